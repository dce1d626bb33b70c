import { Button } from '@mantine/core';
import { IconBan, IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Mailing, MailingResults } from '../../../api/model.js';
import { problemText } from '../../../api/problem-text.js';
import { formatDateTime, formatNumber } from '../../../i18n/format.js';
import { useMay } from '../../../shell/use-may.js';
import { SkeletonRows, toast, WorkProgress } from '../../../ui/index.js';
import { ActDialog } from '../../settings/ActDialog.js';
import admin from '../../settings/Admin.module.css';
import classes from './Mailing.module.css';
import { resultsQuery, useMailingActs } from './queries.js';

const numbers = [
  { key: 'accepted', tone: undefined },
  { key: 'waiting', tone: undefined },
  { key: 'kept', tone: undefined },
  { key: 'leftOut', tone: undefined },
  { key: 'stopped', tone: undefined },
  { key: 'inDoubt', tone: 'warn' },
  { key: 'failed', tone: 'danger' },
  { key: 'bounced', tone: 'danger' },
  { key: 'complained', tone: 'danger' },
  { key: 'objected', tone: undefined },
  { key: 'cancelled', tone: undefined },
] as const;

/** How far it is and what became of it. */
export function Results({ mailing }: { mailing: Mailing }) {
  const { t } = useTranslation('mail');
  const { data: results } = useQuery(resultsQuery(mailing));
  return (
    <section className={classes.part} aria-labelledby="mailing-results">
      <div className={classes.partHead}>
        <h3 id="mailing-results">{t('step.results')}</h3>
        <Acts mailing={mailing} />
      </div>
      {mailing.status === 'scheduled' && mailing.scheduledAt && (
        <p className={classes.hint}>{t('list.scheduledFor', { at: formatDateTime(mailing.scheduledAt) })}</p>
      )}
      {!results ? <SkeletonRows rows={3} /> : <Numbers mailing={mailing} results={results} />}
      <p className={classes.hint}>{t('results.noOpens')}</p>
    </section>
  );
}

function Numbers({ mailing, results }: { mailing: Mailing; results: MailingResults }) {
  const { t } = useTranslation('mail');
  const total = results.people;
  const done = total - results.undecided - results.waiting;
  return (
    <>
      {['sending', 'paused'].includes(mailing.status) && total > 0 && (
        <div className={classes.underWay}>
          <WorkProgress label={t('step.results')} done={done} of={total}>
            {t('results.progress', { done: formatNumber(done), total: formatNumber(total) })}
          </WorkProgress>
        </div>
      )}
      <div className={classes.numbers}>
        {numbers
          .filter(({ key }) => results[key] > 0 || (key === 'accepted' && results.kept === 0))
          .map(({ key, tone }) => (
            <p key={key} className={classes.number} data-tone={tone}>
              <strong>{formatNumber(results[key])}</strong>
              <span>{t(`results.${key}`)}</span>
            </p>
          ))}
      </div>
      {results.inDoubt > 0 && <p className={classes.hint}>{t('results.inDoubtHint')}</p>}
      {results.stopped > 0 && <p className={classes.hint}>{t('results.stoppedHint')}</p>}
    </>
  );
}

function Acts({ mailing }: { mailing: Mailing }) {
  const { t } = useTranslation('mail');
  const { t: tCommon } = useTranslation();
  const may = useMay();
  const { pause, resume, cancel } = useMailingActs(mailing);
  const [isCancelling, setCancelling] = useState(false);
  if (!may('mailings.manage') || !['sending', 'scheduled', 'paused'].includes(mailing.status)) return null;
  const isPaused = mailing.status === 'paused';
  const act = isPaused ? resume : pause;
  return (
    <div className={admin.acts}>
      <Button
        variant="default"
        size="compact-sm"
        loading={act.isPending}
        leftSection={
          isPaused ? (
            <IconPlayerPlay size={15} stroke={1.7} aria-hidden />
          ) : (
            <IconPlayerPause size={15} stroke={1.7} aria-hidden />
          )
        }
        onClick={() =>
          act.mutate(undefined, {
            onSuccess: () => toast(t(isPaused ? 'send.resumed' : 'send.paused')),
            onError: (error) => toast(problemText(error, tCommon), { tone: 'error' }),
          })
        }
      >
        {t(isPaused ? 'send.resume' : 'send.pause')}
      </Button>
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        leftSection={<IconBan size={15} stroke={1.7} aria-hidden />}
        onClick={() => setCancelling(true)}
      >
        {t('send.cancel')}
      </Button>
      {isCancelling && (
        <ActDialog
          title={t('send.cancelTitle')}
          submitLabel={t('send.cancel')}
          act={() => cancel.mutateAsync()}
          onDone={() => {
            setCancelling(false);
            toast(t('send.cancelled'));
          }}
          onClose={() => setCancelling(false)}
        >
          <p>{t('send.cancelLead')}</p>
        </ActDialog>
      )}
    </div>
  );
}
