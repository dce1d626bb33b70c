import { Button, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../i18n/format.js';
import { FormDialog, toast, useForm } from '../../ui/index.js';
import classes from './Breaches.module.css';
import { LanguageTabs } from './LanguageTabs.js';
import type { Breach, BreachDraft } from './model.js';
import { Part } from './Part.js';
import { noticesQuery, useBreachActs } from './queries.js';
import { useBreachProblems } from './use-problems.js';

/** Telling the people themselves, each in their own language (GDPR Art. 34). */
export function PeopleNotices({ breach }: { breach: Breach }) {
  const { t } = useTranslation('breaches');
  const [isOpen, setOpen] = useState(false);
  const drafts = useQuery(noticesQuery(breach)).data?.people;
  const { affected, told, risk, silence, closedAt } = breach;
  const untold = Math.max(0, affected - told);
  return (
    <Part title={t('tell.title')} law={t('law.tell')}>
      <p className={classes.soft}>
        {told > 0 && `${t('tell.told', { count: told })} `}
        {untold > 0 && t('tell.untold', { count: untold })}
        {affected === 0 && t('tell.nobody')}
      </p>
      {risk === 'high' && silence && <p className={classes.quiet}>{t(`silence.${silence}`)}</p>}
      {closedAt === null && untold > 0 && (
        <div className={classes.buttons}>
          <Button
            variant={risk === 'high' && !silence ? 'filled' : 'default'}
            disabled={!drafts}
            onClick={() => setOpen(true)}
          >
            {t('tell.open')}
          </Button>
        </div>
      )}
      {isOpen && drafts && (
        <TellPeople breach={breach} drafts={drafts} untold={untold} onClose={() => setOpen(false)} />
      )}
    </Part>
  );
}

interface TellProps {
  breach: Breach;
  drafts: BreachDraft[];
  untold: number;
  onClose: () => void;
}

interface Values {
  letters: BreachDraft[];
  typed: string;
}

/** What nobody but the sender can say stands in brackets until it is said. */
const isComplete = ({ subject, body }: BreachDraft): boolean =>
  subject.trim() !== '' && body.trim() !== '' && !/\[(täydennä|komplettera|complete)\]/.test(body);

/** The letters, to be changed before they go; what cannot be called back asks for the number of people. */
function TellPeople({ breach, drafts, untold, onClose }: TellProps) {
  const { t } = useTranslation(['breaches', 'common']);
  const { tell } = useBreachActs(breach);
  const problems = useBreachProblems();
  const languagesOf = (letters: BreachDraft[]) =>
    letters.map(({ language }) => t(`common:language.${language}`)).join(', ');
  const form = useForm<Values, { told: number; unreachable: number }>({
    initial: { letters: drafts, typed: '' },
    problems,
    check: ({ letters, typed }) => ({
      ...(letters.every(isComplete)
        ? {}
        : {
            letters: t('tell.incomplete', {
              languages: languagesOf(letters.filter((one) => !isComplete(one))),
            }),
          }),
      ...(Number(typed.trim() || Number.NaN) === untold ? {} : { typed: t('tell.notTheNumber') }),
    }),
    save: ({ letters }) => tell.mutateAsync(letters),
    onSaved: ({ told, unreachable }) => {
      onClose();
      toast(
        [t('tell.done', { count: told }), unreachable > 0 && t('tell.left', { count: unreachable })]
          .filter(Boolean)
          .join(' '),
      );
    },
  });
  const change = (language: BreachDraft['language'], part: Partial<BreachDraft>) =>
    form.set(
      'letters',
      form.values.letters.map((one) => (one.language === language ? { ...one, ...part } : one)),
    );
  return (
    <FormDialog
      opened
      onClose={onClose}
      as="drawer"
      title={t('tell.open')}
      submitLabel={t('tell.submit', { count: untold })}
      {...form}
    >
      <p className={classes.soft}>{t('tell.lead')}</p>
      <LanguageTabs label={t('tell.language')}>
        {(language) => {
          const letter = form.values.letters.find((one) => one.language === language);
          return (
            letter && (
              <div className={classes.letter}>
                <TextInput
                  label={t('tell.subject')}
                  lang={language}
                  maxLength={300}
                  value={letter.subject}
                  onChange={(event) => change(language, { subject: event.currentTarget.value })}
                />
                <Textarea
                  label={t('tell.body')}
                  lang={language}
                  autosize
                  minRows={8}
                  maxRows={20}
                  maxLength={20_000}
                  value={letter.body}
                  onChange={(event) => change(language, { body: event.currentTarget.value })}
                />
              </div>
            )
          );
        }}
      </LanguageTabs>
      {form.errors.letters && <p className={classes.wrong}>{form.errors.letters}</p>}
      <TextInput
        label={t('tell.typed', { number: formatNumber(untold) })}
        description={t('tell.typedHint')}
        inputMode="numeric"
        autoComplete="off"
        {...form.input('typed')}
      />
    </FormDialog>
  );
}
