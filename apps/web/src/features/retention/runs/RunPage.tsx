import { IconAlertTriangle, IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatDate, formatDateTime, formatNumber } from '../../../i18n/format.js';
import { RouteError } from '../../../shell/RouteError.js';
import { useMay } from '../../../shell/use-may.js';
import { SkeletonRecord, useDocumentTitle, WorkProgress } from '../../../ui/index.js';
import admin from '../../settings/Admin.module.css';
import type { Run } from '../model.js';
import { isUnderWay, runQuery } from '../queries.js';
import { ByRule } from './ByRule.js';
import { outcomes, partsBy, tookText } from './outcomes.js';
import { RunChip } from './RunChip.js';
import { RunItems } from './RunItems.js';
import classes from './Runs.module.css';
import { PurgeNow } from './StartRun.js';
import { useRunText } from './use-run-text.js';

const route = getRouteApi('/app/privacy/runs/$id');

/** One purge: how far it is, and afterwards what it did, by which rules, and what it could not do. */
export function RunPage() {
  const { t } = useTranslation('retention');
  const { id } = route.useParams();
  const run = useQuery(runQuery(id));
  const { titleOf } = useRunText();
  useDocumentTitle(run.data ? titleOf(run.data) : t('runs.title'));
  if (run.isError && !run.data) return <RouteError error={run.error} reset={() => void run.refetch()} />;
  return (
    <div className={admin.page}>
      <Link to="/privacy/runs" className={admin.back}>
        <IconArrowLeft size={14} stroke={1.7} aria-hidden />
        {t('runs.back')}
      </Link>
      {run.data ? <Loaded run={run.data} /> : <SkeletonRecord />}
    </div>
  );
}

function Loaded({ run }: { run: Run }) {
  const may = useMay();
  const mayManage = may('retention.manage');
  return (
    <>
      <Head run={run} />
      {isUnderWay(run) ? <Working run={run} /> : <Numbers run={run} />}
      {(run.status === 'complete' || run.counts.rules.length > 0) && <ByRule run={run} />}
      {mayManage && !isUnderWay(run) && <RunItems run={run} />}
    </>
  );
}

/** For how long one can still act on what a dry run said, in milliseconds. */
const freshFor = 60 * 60 * 1000;

const isFresh = ({ finishedAt }: Run): boolean =>
  finishedAt !== null && Date.now() - Date.parse(finishedAt) < freshFor;

function Head({ run }: { run: Run }) {
  const { t } = useTranslation('retention');
  const may = useMay();
  const { titleOf, byOf } = useRunText();
  const { dryRun, status, startedAt, finishedAt, failure } = run;
  const mayFollow = dryRun && status === 'complete' && isFresh(run) && may('retention.manage');
  return (
    <>
      <div className={admin.head}>
        <div className={classes.title}>
          <h2>{titleOf(run)}</h2>
          <RunChip run={run} />
        </div>
        {mayFollow && run.counts.people.pending + partsBy(run, 'pending') > 0 && <PurgeNow run={run} />}
      </div>
      <p className={classes.facts}>
        {[
          byOf(run),
          t('runs.asOf', { date: formatDate(run.asOf) }),
          startedAt &&
            finishedAt &&
            t('runs.took', { time: tookText(Date.parse(finishedAt) - Date.parse(startedAt)) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {dryRun && <p className={classes.facts}>{t('runs.changedNothing')}</p>}
      {status === 'failed' && (
        <div className={classes.alarm} role="alert">
          <IconAlertTriangle size={17} stroke={1.8} aria-hidden />
          <div>
            <p className={classes.alarmTitle}>
              {t('runs.brokeOff', { at: formatDateTime(finishedAt ?? run.requestedAt) })}
            </p>
            <p>{t('runs.brokeOffText', { code: failure ?? '' })}</p>
          </div>
        </div>
      )}
    </>
  );
}

function Working({ run: { status, progress } }: { run: Run }) {
  const { t } = useTranslation('retention');
  const { done, of } = progress;
  const label = t(status === 'queued' ? 'runs.waiting' : 'runs.working');
  return (
    <section className={classes.working} aria-label={label}>
      <h3>{label}</h3>
      <WorkProgress label={label} done={done} of={of}>
        {of > 0 && t('runs.progress', { done: formatNumber(done), of: formatNumber(of) })}
      </WorkProgress>
      <p className={admin.quiet}>{t('runs.workingHint')}</p>
    </section>
  );
}

const tones = { failed: 'danger', waiting: 'warn' } as const;

function Numbers({ run }: { run: Run }) {
  const { outcomeOf } = useRunText();
  const { t } = useTranslation('retention');
  const { people } = run.counts;
  const main = run.dryRun ? 'pending' : 'done';
  const shown = outcomes.filter((outcome) => outcome === main || people[outcome] > 0);
  const sorted = [main, ...shown.filter((outcome) => outcome !== main)] as const;
  return (
    <section aria-label={t('runs.people')} className={classes.numbers}>
      {sorted.map((outcome) => (
        <div
          key={outcome}
          className={classes.number}
          data-tone={people[outcome] > 0 && outcome in tones ? tones[outcome as 'failed'] : undefined}
        >
          <strong>{formatNumber(people[outcome])}</strong>
          <span>{outcomeOf(run, outcome)}</span>
        </div>
      ))}
    </section>
  );
}
