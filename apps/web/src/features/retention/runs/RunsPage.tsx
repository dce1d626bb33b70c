import { Button } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../../../i18n/format.js';
import { RouteError } from '../../../shell/RouteError.js';
import { useMay } from '../../../shell/use-may.js';
import { EmptyState, RelativeTime, SkeletonRows, useDocumentTitle } from '../../../ui/index.js';
import admin from '../../settings/Admin.module.css';
import { ListRow } from '../../settings/ListPage.js';
import type { PurgeStatus, RunSummary } from '../model.js';
import { purgeStatusQuery, runsQuery } from '../queries.js';
import { RunChip } from './RunChip.js';
import classes from './Runs.module.css';
import { TryRun } from './StartRun.js';
import { useRunText } from './use-run-text.js';

/** Does the nightly purge do its work, and what did it do? */
export function RunsPage() {
  const { t } = useTranslation('retention');
  useDocumentTitle(t('runs.title'));
  const mayStart = useMay()('retention.manage');
  const status = useQuery(purgeStatusQuery);
  const runs = useInfiniteQuery(runsQuery);
  if (runs.isError && !runs.data) return <RouteError error={runs.error} reset={() => void runs.refetch()} />;
  const items = runs.data?.pages.flatMap((page) => page.items);
  return (
    <div className={admin.page}>
      <div className={admin.head}>
        <div className={`${admin.about} ${classes.about}`}>
          <p>{t('runs.lead')}</p>
        </div>
        {mayStart && <TryRun>{t('runs.try')}</TryRun>}
      </div>
      {status.data && <Status status={status.data} />}
      {!items ? (
        <SkeletonRows rows={6} />
      ) : items.length === 0 ? (
        <EmptyState icon={IconHistory} title={t('runs.emptyTitle')}>
          {t('runs.emptyText')}
        </EmptyState>
      ) : (
        <ul className={admin.rows} aria-label={t('runs.title')}>
          {items.map((run) => (
            <RunRow key={run.id} run={run} />
          ))}
        </ul>
      )}
      {runs.hasNextPage && (
        <Button
          variant="default"
          className={admin.more}
          loading={runs.isFetchingNextPage}
          onClick={() => void runs.fetchNextPage()}
        >
          {t('common:action.showMore')}
        </Button>
      )}
    </div>
  );
}

function Status({ status: { lastRun, nextRunAt } }: { status: PurgeStatus }) {
  const { t } = useTranslation('retention');
  return (
    <dl className={classes.status}>
      <div>
        <dt>{t('runs.last')}</dt>
        <dd>
          {lastRun ? <RelativeTime value={lastRun.finishedAt ?? lastRun.requestedAt} /> : t('runs.never')}
        </dd>
      </div>
      <div>
        <dt>{t('runs.next')}</dt>
        <dd>{formatDateTime(nextRunAt)}</dd>
      </div>
    </dl>
  );
}

function RunRow({ run }: { run: RunSummary }) {
  const { titleOf, resultOf, byOf } = useRunText();
  return (
    <ListRow
      name={
        <Link to="/privacy/runs/$id" params={{ id: run.id }}>
          {titleOf(run)}
        </Link>
      }
      facts={byOf(run)}
    >
      <span className={classes.result}>{resultOf(run)}</span>
      <RunChip run={run} />
    </ListRow>
  );
}
