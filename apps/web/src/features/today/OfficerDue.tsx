import { IconAlertTriangle, IconHourglassLow } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../shell/use-may.js';
import { breachesQuery } from '../breaches/queries.js';
import { ClockChip } from '../breaches/ClockChip.js';
import { requestCountQuery } from '../requests/queries.js';
import classes from './Today.module.css';

/** What the privacy officer has to answer or to report, before its time is over. */
export function OfficerDue() {
  const may = useMay();
  return (
    <>
      {may('requests.manage') && <RequestsDue />}
      {may('breaches.manage') && <OpenBreaches />}
    </>
  );
}

function RequestsDue() {
  const { t } = useTranslation('requests');
  const overdue = useQuery(requestCountQuery('overdue')).data ?? 0;
  const soon = useQuery(requestCountQuery('due_soon')).data ?? 0;
  if (overdue + soon === 0) return null;
  return (
    <section aria-labelledby="requests-due" className={classes.recent}>
      <h2 id="requests-due">{t('today.title')}</h2>
      <ul>
        {overdue > 0 && (
          <li className={classes.due} data-tone="danger">
            <IconAlertTriangle size={16} stroke={1.8} aria-hidden />
            <Link to="/privacy/requests" search={{ urgency: 'overdue' }} className={classes.name}>
              {t('today.overdue', { count: overdue })}
            </Link>
          </li>
        )}
        {soon > 0 && (
          <li className={classes.due} data-tone="warn">
            <IconHourglassLow size={16} stroke={1.8} aria-hidden />
            <Link to="/privacy/requests" search={{ urgency: 'due_soon' }} className={classes.name}>
              {t('today.dueSoon', { count: soon })}
            </Link>
          </li>
        )}
      </ul>
    </section>
  );
}

function OpenBreaches() {
  const { t } = useTranslation('breaches');
  const open = useInfiniteQuery(breachesQuery('open')).data?.pages[0]?.items ?? [];
  const running = open.filter(({ urgency }) => urgency !== 'done');
  if (running.length === 0) return null;
  return (
    <section aria-labelledby="breaches-open" className={classes.recent}>
      <h2 id="breaches-open">{t('today.title')}</h2>
      <ul>
        {running.map((breach) => (
          <li key={breach.id} className={classes.person}>
            <div className={classes.content}>
              <Link to="/privacy/breaches/$id" params={{ id: breach.id }} className={classes.name}>
                {breach.reference}
              </Link>
              <p className={classes.role}>{breach.facts}</p>
            </div>
            <ClockChip breach={breach} />
          </li>
        ))}
      </ul>
    </section>
  );
}
