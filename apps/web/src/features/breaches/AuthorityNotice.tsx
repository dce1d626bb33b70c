import { Button, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../../i18n/format.js';
import { FormDialog, toast, useForm } from '../../ui/index.js';
import classes from './Breaches.module.css';
import { InstantField } from './InstantField.js';
import type { Breach } from './model.js';
import { LanguageTabs } from './LanguageTabs.js';
import { Part } from './Part.js';
import { noticesQuery, useBreachActs } from './queries.js';
import { useBreachProblems } from './use-problems.js';

/** The notice to the Data Protection Ombudsman: its text, prepared, and when it was made (GDPR Art. 33). */
export function AuthorityNotice({ breach }: { breach: Breach }) {
  const { t } = useTranslation('breaches');
  const [isOpen, setOpen] = useState<'text' | 'record' | null>(null);
  const { authorityNotifiedAt, delayReason, risk, closedAt } = breach;
  return (
    <Part title={t('authority.title')} law={t('law.authority')}>
      {authorityNotifiedAt ? (
        <>
          <p>{t('authority.notified', { at: formatDateTime(authorityNotifiedAt) })}</p>
          {delayReason && <p className={classes.quiet}>{t('authority.delay', { reason: delayReason })}</p>}
        </>
      ) : (
        <p className={classes.soft}>{t(risk === 'none' ? 'authority.noNeed' : 'authority.notYet')}</p>
      )}
      <div className={classes.buttons}>
        <Button variant="default" onClick={() => setOpen(isOpen === 'text' ? null : 'text')}>
          {t(isOpen === 'text' ? 'authority.hideText' : 'authority.text')}
        </Button>
        {!authorityNotifiedAt && closedAt === null && (
          <Button variant={risk === 'none' ? 'default' : 'filled'} onClick={() => setOpen('record')}>
            {t('authority.record')}
          </Button>
        )}
      </div>
      {isOpen === 'text' && <PreparedText breach={breach} />}
      {isOpen === 'record' && <RecordNotice breach={breach} onClose={() => setOpen(null)} />}
    </Part>
  );
}

function PreparedText({ breach }: { breach: Breach }) {
  const { t } = useTranslation('breaches');
  const drafts = useQuery(noticesQuery(breach)).data?.authority;
  if (!drafts) return null;
  return (
    <LanguageTabs label={t('authority.language')}>
      {(language) => {
        const draft = drafts.find((one) => one.language === language);
        return (
          draft && (
            <div lang={language} className={classes.prepared}>
              <p className={classes.subject}>{draft.subject}</p>
              <p>{draft.body}</p>
            </div>
          )
        );
      }}
    </LanguageTabs>
  );
}

function RecordNotice({ breach, onClose }: { breach: Breach; onClose: () => void }) {
  const { t } = useTranslation(['breaches', 'common']);
  const { notified } = useBreachActs(breach);
  const problems = useBreachProblems();
  const required = t('common:fieldError.required');
  const isLate = (at: string) => at !== '' && new Date(at) > new Date(breach.notifyBefore);
  const form = useForm<{ notifiedAt: string; delayReason: string }, unknown>({
    initial: { notifiedAt: new Date().toISOString(), delayReason: breach.delayReason ?? '' },
    problems,
    check: ({ notifiedAt, delayReason }) => ({
      ...(notifiedAt ? {} : { notifiedAt: required }),
      ...(isLate(notifiedAt) && !delayReason.trim() ? { delayReason: required } : {}),
    }),
    save: ({ notifiedAt, delayReason }) =>
      notified.mutateAsync({
        notifiedAt,
        ...(delayReason.trim() ? { delayReason: delayReason.trim() } : {}),
      }),
    onSaved: () => {
      onClose();
      toast(t('authority.done'));
    },
  });
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('authority.record')}
      submitLabel={t('authority.submit')}
      {...form}
    >
      <p className={classes.soft}>{t('authority.lead')}</p>
      <InstantField label={t('authority.notifiedAt')} {...form.field('notifiedAt')} />
      {isLate(form.values.notifiedAt) && (
        <Textarea
          label={t('authority.delayReason')}
          description={t('authority.delayHint')}
          autosize
          minRows={2}
          maxLength={5000}
          {...form.input('delayReason')}
        />
      )}
    </FormDialog>
  );
}
