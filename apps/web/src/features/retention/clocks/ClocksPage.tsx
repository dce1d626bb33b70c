import { Button } from '@mantine/core';
import { IconHourglassHigh } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useActing } from '../../../api/acting.js';
import { formatNumber } from '../../../i18n/format.js';
import { RouteError } from '../../../shell/RouteError.js';
import { useMe } from '../../../shell/use-me.js';
import { EmptyState, SkeletonRows, useDocumentTitle } from '../../../ui/index.js';
import { today } from '../../interactions/local-input.js';
import admin from '../../settings/Admin.module.css';
import { type ForecastFilter, forecastQuery } from '../queries.js';
import { useRuleWords } from '../rules/use-rule-words.js';
import { Breakdown } from './Breakdown.js';
import classes from './Clocks.module.css';
import { LeavingRow } from './LeavingRow.js';
import type { ClocksSearch } from './search.js';
import { WeekStrip } from './WeekStrip.js';
import { weeksAhead } from './weeks.js';

const route = getRouteApi('/app/privacy/clocks');

const useForecast = (filter: ForecastFilter) =>
  useInfiniteQuery({ ...forecastQuery(filter, useActing()), placeholderData: keepPreviousData });

/** Who goes in the next ninety days, by week, by owner and by rule; and who is kept longer, for a reason. */
export function ClocksPage() {
  const { t } = useTranslation('retention');
  useDocumentTitle(t('clocks.title'));
  const search: ClocksSearch = route.useSearch();
  const me = useMe();
  const ownerId = search.ownerId === 'me' ? me.id : search.ownerId;
  const { ground } = search;
  const forecast = useForecast({ ownerId, ground });
  if (forecast.isError && !forecast.data)
    return <RouteError error={forecast.error} reset={() => void forecast.refetch()} />;
  const [first] = forecast.data?.pages ?? [];
  if (!first) return <SkeletonRows rows={10} />;
  const isFiltered = ownerId !== undefined || ground !== undefined;
  if (first.total === 0 && !isFiltered)
    return (
      <EmptyState icon={IconHourglassHigh} title={t('clocks.emptyTitle')}>
        {t('clocks.emptyText')}
      </EmptyState>
    );
  const people = forecast.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <div className={admin.page}>
      <div className={classes.top}>
        <div className={classes.sum}>
          <p className={classes.total}>
            <strong>{formatNumber(first.total ?? 0)}</strong> {t('clocks.total', { count: first.total ?? 0 })}
          </p>
          <p className={admin.quiet}>{t('clocks.lead')}</p>
        </div>
        <WeekStrip weeks={weeksAhead(first.byWeek, today(), first.days)} />
      </div>
      <Breakdowns ownerId={ownerId} ground={ground} />
      {people.length === 0 ? (
        <p className={admin.nothing}>{t('clocks.nobody')}</p>
      ) : (
        <ul className={admin.rows} aria-label={t('clocks.list')} aria-busy={forecast.isPlaceholderData}>
          {people.map((one) => (
            <LeavingRow key={one.contactId} leaving={one} />
          ))}
        </ul>
      )}
      {forecast.hasNextPage && (
        <Button
          variant="default"
          className={admin.more}
          loading={forecast.isFetchingNextPage}
          onClick={() => void forecast.fetchNextPage()}
        >
          {t('common:action.showMore')}
        </Button>
      )}
    </div>
  );
}

/** How many by owner and by rule; each is counted with the other one chosen. */
function Breakdowns({ ownerId, ground }: ForecastFilter) {
  const { t } = useTranslation('retention');
  const { nameOf } = useRuleWords();
  const navigate = route.useNavigate();
  const byOwner = useForecast({ ground }).data?.pages[0]?.byOwner ?? [];
  const byGround = useForecast({ ownerId }).data?.pages[0]?.byGround ?? [];
  const choose = (change: Partial<ClocksSearch>) =>
    void navigate({ search: (before: ClocksSearch) => ({ ...before, ...change }), replace: true });
  return (
    <div className={classes.breakdowns}>
      <Breakdown
        title={t('clocks.byOwner')}
        chosen={ownerId}
        onChoose={(id) => choose({ ownerId: id })}
        parts={byOwner.map(({ owner, count }) => ({
          key: owner?.id ?? null,
          name: owner?.name ?? t('clocks.noOwner'),
          count,
        }))}
      />
      <Breakdown
        title={t('clocks.byRule')}
        chosen={ground}
        onChoose={(key) => choose({ ground: key })}
        parts={byGround.map(({ ground: key, count }) => ({ key, name: nameOf(key), count }))}
      />
    </div>
  );
}
