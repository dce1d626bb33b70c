import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { todayQuery } from '../../api/queries.js';
import { formatDay, formatNumber } from '../../i18n/format.js';
import { RouteError } from '../../shell/RouteError.js';
import { useMe } from '../../shell/use-me.js';
import type { Today } from '../../api/model.js';
import { SkeletonRecord, useDocumentTitle } from '../../ui/index.js';
import { FreshStart } from './FreshStart.js';
import { LeavingSoon } from './LeavingSoon.js';
import { OfficerDue } from './OfficerDue.js';
import { RecentPeople } from './RecentPeople.js';
import { SinceYesterday } from './SinceYesterday.js';
import classes from './Today.module.css';

/** The first page of the day: what happened, and the people one was with. */
export function TodayPage() {
  const { t } = useTranslation('today');
  useDocumentTitle(t('title'));
  const today = useQuery(todayQuery);
  if (today.isError && !today.data) {
    return <RouteError error={today.error} reset={() => void today.refetch()} />;
  }
  if (!today.data) return <SkeletonRecord />;
  const { counts, sinceYesterday, recentPeople, leaving } = today.data;
  if (counts.contacts === 0 && counts.companies === 0) return <FreshStart />;
  return (
    <div className={classes.page}>
      <Head counts={counts} />
      <div className={classes.columns}>
        <SinceYesterday items={sinceYesterday} />
        <div className={classes.side}>
          <OfficerDue />
          {leaving && leaving.count > 0 && <LeavingSoon leaving={leaving} />}
          <RecentPeople people={recentPeople} />
        </div>
      </div>
    </div>
  );
}

/** The API counts no further. */
const mostCounted = 10_000;

function shown(count: number | null): string {
  return count === null ? `${formatNumber(mostCounted)}+` : formatNumber(count);
}

function Head({ counts }: Pick<Today, 'counts'>) {
  const { t } = useTranslation('today');
  const { name } = useMe();
  const now = new Date();
  const part = now.getHours() < 10 ? 'morning' : now.getHours() < 17 ? 'day' : 'evening';
  return (
    <header className={classes.head}>
      <p className={classes.day}>{formatDay(now)}</p>
      <h1>{t(`greeting.${part}`, { name: name.split(' ')[0] })}</h1>
      <ul className={classes.counts} aria-label={t('counts.label')}>
        <li>
          <b>{shown(counts.contacts)}</b> {t('counts.contacts', { count: counts.contacts ?? mostCounted })}
        </li>
        <li>
          <b>{shown(counts.companies)}</b> {t('counts.companies', { count: counts.companies ?? mostCounted })}
        </li>
        <li>
          <b>{shown(counts.interactionsThisWeek)}</b>{' '}
          {t('counts.interactions', { count: counts.interactionsThisWeek ?? mostCounted })}
        </li>
      </ul>
    </header>
  );
}
