import { Button } from '@mantine/core';
import { IconAlertTriangle, IconLock, IconShieldLock } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useActing } from '../../../api/acting.js';
import { RouteError } from '../../../shell/RouteError.js';
import { useMay } from '../../../shell/use-may.js';
import { EmptyState, FilterChips, SkeletonRows, useDocumentTitle } from '../../../ui/index.js';
import { ActFirst } from '../../privacy/ActFirst.js';
import admin from '../../settings/Admin.module.css';
import { type HoldGround, holdGrounds } from '../model.js';
import { holdsQuery } from '../queries.js';
import { HoldRow } from './HoldRow.js';
import classes from './Holds.module.css';

const useHolds = (due: boolean, ground: HoldGround | undefined) =>
  useInfiniteQuery({ ...holdsQuery({ due, ground }, useActing()), placeholderData: keepPreviousData });

/** What has to stay though its time is over; those that somebody has to look at first (GDPR Art. 17(3)). */
export function HoldsPage() {
  const { t } = useTranslation('retention');
  useDocumentTitle(t('holds.title'));
  const [ground, setGround] = useState<HoldGround>();
  const due = useHolds(true, ground);
  const others = useHolds(false, ground);
  const failed = [due, others].find((list) => list.isError && !list.data);
  if (failed) return <RouteError error={failed.error} reset={() => void failed.refetch()} />;
  if (!due.data || !others.data) return <SkeletonRows rows={6} />;
  const count = [due, others].flatMap(({ data }) => data?.pages.flatMap(({ items }) => items) ?? []).length;
  return (
    <div className={admin.page}>
      <p className={classes.lead}>{t('holds.lead')}</p>
      {(count > 0 || ground) && (
        <FilterChips
          filters={[
            {
              key: 'ground',
              label: t('holds.ground'),
              options: holdGrounds.map((value) => ({ value, label: t(`holdGround.${value}`) })),
            },
          ]}
          values={ground ? { ground } : {}}
          onChange={(_, value) => setGround(holdGrounds.find((known) => known === value))}
        />
      )}
      {count === 0 && !ground && (
        <EmptyState icon={IconLock} title={t('holds.emptyTitle')}>
          {t('holds.emptyText')}
        </EmptyState>
      )}
      {count === 0 && ground && <p className={admin.nothing}>{t('holds.nothing')}</p>}
      <Part title={t('holds.due')} list={due} isDue />
      <Part title={t('holds.inForce')} list={others} />
      <Restricted />
    </div>
  );
}

interface PartProps {
  title: string;
  list: ReturnType<typeof useHolds>;
  isDue?: boolean;
}

function Part({ title, list, isDue }: PartProps) {
  const { t } = useTranslation();
  const holds = list.data?.pages.flatMap(({ items }) => items) ?? [];
  if (holds.length === 0) return null;
  return (
    <section className={classes.part} aria-label={title}>
      <h2 className={classes.heading} data-due={isDue || undefined}>
        {isDue && <IconAlertTriangle size={15} stroke={1.8} aria-hidden />}
        {title}
      </h2>
      <ul className={admin.rows}>
        {holds.map((hold) => (
          <HoldRow key={hold.id} hold={hold} />
        ))}
      </ul>
      {list.hasNextPage && (
        <Button
          variant="default"
          className={admin.more}
          loading={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {t('action.showMore')}
        </Button>
      )}
    </section>
  );
}

/** Those who are restricted are missing above, until a privacy officer says why they look. */
function Restricted() {
  const { t } = useTranslation('retention');
  const may = useMay();
  const reason = useActing();
  const [isAsking, setAsking] = useState(false);
  if (!may('contacts.restrict') || reason !== null) return null;
  if (isAsking) return <ActFirst />;
  return (
    <div className={classes.restricted}>
      <IconShieldLock size={16} stroke={1.7} aria-hidden />
      <p className={admin.quiet}>{t('holds.restricted')}</p>
      <Button size="compact-sm" variant="default" onClick={() => setAsking(true)}>
        {t('holds.showRestricted')}
      </Button>
    </div>
  );
}
