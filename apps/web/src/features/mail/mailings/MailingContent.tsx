import { Button, Drawer } from '@mantine/core';
import { IconEye, IconMailForward } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language, Mailing } from '../../../api/model.js';
import { problemText } from '../../../api/problem-text.js';
import { useMay } from '../../../shell/use-may.js';
import { SkeletonText, toast } from '../../../ui/index.js';
import { usePurposes } from '../../permissions/use-purposes.js';
import admin from '../../settings/Admin.module.css';
import { DomainChips } from '../sender/DomainChips.js';
import { senderDomainQuery } from '../sender/queries.js';
import { LetterPreview } from '../templates/LetterPreview.js';
import { templateQuery } from '../templates/queries.js';
import classes from './Mailing.module.css';
import { useMailingActs } from './queries.js';

/** What is sent: the template with its purpose, seen in each language, and tried on oneself. */
export function MailingContent({ mailing }: { mailing: Mailing }) {
  const { t } = useTranslation(['mail', 'common']);
  const { t: tCommon } = useTranslation();
  const may = useMay();
  const { nameOf } = usePurposes();
  const { test } = useMailingActs(mailing);
  const [isShown, setShown] = useState(false);
  const facts = [
    nameOf(mailing.purpose),
    mailing.segment?.name ?? t('segments.removed'),
    mailing.areas && t('content.areas', { areas: mailing.areas.join(', ') }),
    mailing.roleReason,
    mailing.serviceReason,
  ];
  return (
    <section className={classes.part} aria-labelledby="mailing-content">
      <div className={classes.partHead}>
        <h3 id="mailing-content">{t('step.content')}</h3>
        <div className={admin.acts}>
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<IconEye size={15} stroke={1.7} aria-hidden />}
            onClick={() => setShown(true)}
          >
            {t('content.preview')}
          </Button>
          {mailing.status === 'draft' && may('mailings.manage') && (
            <Button
              variant="default"
              size="compact-sm"
              leftSection={<IconMailForward size={15} stroke={1.7} aria-hidden />}
              loading={test.isPending}
              onClick={() =>
                test.mutate(undefined, {
                  onSuccess: () => toast(t('content.testSent')),
                  onError: (error) => toast(problemText(error, tCommon), { tone: 'error' }),
                })
              }
            >
              {t('content.test')}
            </Button>
          )}
        </div>
      </div>
      <p className={classes.facts}>
        <Link to="/mail/templates/$id" params={{ id: mailing.template.id }} className={admin.name}>
          {mailing.template.name}
        </Link>
        {facts.filter(Boolean).map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </p>
      {mailing.status === 'draft' && <Sender />}
      {isShown && <Preview templateId={mailing.template.id} onClose={() => setShown(false)} />}
    </section>
  );
}

/** Will receivers believe that it is ours? Seen before the first mailing leaves. */
function Sender() {
  const { t } = useTranslation('mail');
  const { data: domain } = useQuery(senderDomainQuery);
  if (!domain) return null;
  return (
    <p className={classes.domain}>
      <Link to="/mail/sender" className={admin.quiet}>
        {domain.domain ?? t('sender.none')}
      </Link>
      {domain.domain && <DomainChips domain={domain} />}
    </p>
  );
}

function Preview({ templateId, onClose }: { templateId: string; onClose: () => void }) {
  const { t } = useTranslation(['mail', 'common']);
  const { data } = useQuery(templateQuery(templateId));
  const written = data ? (Object.keys(data.contents) as Language[]).filter((one) => data.contents[one]) : [];
  const [chosen, setChosen] = useState<Language | null>(null);
  const language = chosen ?? written[0];
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="44rem"
      title={t('templates.preview')}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      {!data || !language ? (
        <SkeletonText rows={10} />
      ) : (
        <>
          {written.length > 1 && (
            <div className={classes.reasons} role="group" aria-label={t('content.languages')}>
              {written.map((one) => (
                <button
                  key={one}
                  type="button"
                  className={classes.reason}
                  aria-pressed={one === language}
                  onClick={() => setChosen(one)}
                >
                  {t(`common:language.${one}`)}
                </button>
              ))}
            </div>
          )}
          <LetterPreview
            input={{ name: data.name, purpose: data.purpose, contents: data.contents }}
            language={language}
          />
        </>
      )}
    </Drawer>
  );
}
