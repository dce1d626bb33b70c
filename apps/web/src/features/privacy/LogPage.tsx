import { Button, Select } from '@mantine/core';
import { IconDownload, IconListSearch } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditFilters } from '../../api/model.js';
import { usersQuery } from '../../api/queries.js';
import { openExport } from '../../shell/dialogs.js';
import { RouteError } from '../../shell/RouteError.js';
import { useMay } from '../../shell/use-may.js';
import { DateField, EmptyState, SkeletonRows, useDocumentTitle } from '../../ui/index.js';
import auditClasses from '../audit/Audit.module.css';
import { EventRow } from '../audit/EventRow.js';
import { ChainState } from './ChainState.js';
import classes from './Privacy.module.css';
import { logQuery } from './queries.js';

interface Wanted {
  actorId: string | null;
  class: 'read' | 'decision' | null;
  since: string | null;
  until: string | null;
}

/** The filters as the API takes them; days begin and end where the reader is. */
function filtersOf({ actorId, class: kind, since, until }: Wanted): AuditFilters {
  return {
    ...(actorId ? { actorId } : {}),
    ...(kind ? { class: kind } : {}),
    ...(since ? { since: dayjs(since).startOf('day').toISOString() } : {}),
    ...(until ? { until: dayjs(until).add(1, 'day').startOf('day').toISOString() } : {}),
  };
}

/** The record of who did and saw what, with filters and export; for auditors and privacy officers. */
export function LogPage() {
  const { t } = useTranslation('privacy');
  useDocumentTitle(t('tabs.log'));
  const [wanted, setWanted] = useState<Wanted>({ actorId: null, class: null, since: null, until: null });
  const filters = filtersOf(wanted);
  const log = useInfiniteQuery({ ...logQuery(filters), placeholderData: keepPreviousData });
  if (log.isError && !log.data) return <RouteError error={log.error} reset={() => void log.refetch()} />;
  const events = log.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <div className={classes.page}>
      <p className={classes.soft}>{t('log.lead')}</p>
      <ChainState />
      <Filters wanted={wanted} onChange={setWanted} filters={filters} />
      {log.isPending && <SkeletonRows rows={10} />}
      {log.isSuccess && events.length === 0 && (
        <EmptyState icon={IconListSearch} title={t('log.emptyTitle')}>
          {t('log.emptyText')}
        </EmptyState>
      )}
      <ul className={auditClasses.events}>
        {events.map((event) => (
          <EventRow key={event.id} event={event} />
        ))}
      </ul>
      {log.hasNextPage && (
        <Button
          variant="default"
          className={classes.more}
          loading={log.isFetchingNextPage}
          onClick={() => void log.fetchNextPage()}
        >
          {t('log.more')}
        </Button>
      )}
    </div>
  );
}

interface FilterProps {
  wanted: Wanted;
  onChange: (wanted: Wanted) => void;
  filters: AuditFilters;
}

function Filters({ wanted, onChange, filters }: FilterProps) {
  const { t } = useTranslation('privacy');
  const may = useMay();
  const users = useQuery(usersQuery).data?.items ?? [];
  const kinds = [
    { value: 'read', label: t('log.classRead') },
    { value: 'decision', label: t('log.classDecision') },
  ];
  return (
    <div className={classes.filters}>
      <Select
        label={t('log.actor')}
        placeholder={t('log.all')}
        data={users.map(({ id, name }) => ({ value: id, label: name }))}
        searchable
        clearable
        value={wanted.actorId}
        onChange={(actorId) => onChange({ ...wanted, actorId })}
      />
      <Select
        label={t('log.class')}
        placeholder={t('log.all')}
        data={kinds}
        clearable
        value={wanted.class}
        onChange={(value) => onChange({ ...wanted, class: value as Wanted['class'] })}
      />
      <DateField
        label={t('log.since')}
        value={wanted.since}
        onChange={(since) => onChange({ ...wanted, since })}
      />
      <DateField
        label={t('log.until')}
        value={wanted.until}
        onChange={(until) => onChange({ ...wanted, until })}
      />
      {may('exports.create') && (
        <Button
          variant="default"
          leftSection={<IconDownload size={15} stroke={1.7} aria-hidden />}
          onClick={() => openExport('audit_events', filters)}
        >
          {t('log.export')}
        </Button>
      )}
    </div>
  );
}
