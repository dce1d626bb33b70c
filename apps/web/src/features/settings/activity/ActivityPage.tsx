import { Button } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../../../i18n/format.js';
import { RouteError } from '../../../shell/RouteError.js';
import { EmptyState, SkeletonRows, useDocumentTitle } from '../../../ui/index.js';
import { EventRow } from '../../audit/EventRow.js';
import classes from './Activity.module.css';
import { byDay } from './by-day.js';
import { ownEventsQuery } from './queries.js';

/** What one has done and seen oneself, as the record of acts has it. */
export function ActivityPage() {
  const { t } = useTranslation(['security', 'settings', 'common']);
  useDocumentTitle(`${t('settings:tabs.activity')} · ${t('settings:title')}`);
  const events = useInfiniteQuery(ownEventsQuery);
  if (events.isError && !events.data)
    return <RouteError error={events.error} reset={() => void events.refetch()} />;
  const days = byDay(events.data?.pages.flatMap(({ items }) => items) ?? []);
  return (
    <section className={classes.page} aria-labelledby="activity">
      <h2 id="activity">{t('activity.title')}</h2>
      <p className={classes.hint}>{t('activity.hint')}</p>
      {!events.data ? (
        <SkeletonRows rows={8} />
      ) : days.length === 0 ? (
        <EmptyState icon={IconHistory} title={t('activity.none')} />
      ) : (
        days.map(({ day, items }) => (
          <section key={day} aria-label={formatDay(day)}>
            <h3 className={classes.day}>{formatDay(day)}</h3>
            <ol>
              {items.map((event) => (
                <EventRow key={event.id} event={event} underDay onActor />
              ))}
            </ol>
          </section>
        ))
      )}
      {events.hasNextPage && (
        <Button
          variant="default"
          className={classes.more ?? ''}
          loading={events.isFetchingNextPage}
          onClick={() => void events.fetchNextPage()}
        >
          {t('common:action.showMore')}
        </Button>
      )}
    </section>
  );
}
