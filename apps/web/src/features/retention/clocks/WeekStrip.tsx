import { useTranslation } from 'react-i18next';
import { formatDate, formatNumber } from '../../../i18n/format.js';
import classes from './Clocks.module.css';
import type { Week } from './weeks.js';

/** How many go in each week, as bars; read out as a list. */
export function WeekStrip({ weeks }: { weeks: Week[] }) {
  const { t } = useTranslation('retention');
  const most = Math.max(1, ...weeks.map(({ count }) => count));
  return (
    <div className={classes.strip}>
      <ol aria-label={t('clocks.byWeek')}>
        {weeks.map(({ week, number, count }) => (
          <li
            key={week}
            data-none={count === 0 || undefined}
            title={t('clocks.weekTitle', {
              number,
              date: formatDate(week),
              count,
              shown: formatNumber(count),
            })}
          >
            <span className={classes.weekCount}>{count > 0 && formatNumber(count)}</span>
            <span className={classes.weekBar} style={{ height: `${(count / most) * 4.5}rem` }} aria-hidden />
            <span className={classes.weekNumber}>{number}</span>
          </li>
        ))}
      </ol>
      <p className={classes.axis} aria-hidden>
        {t('clocks.week')}
      </p>
    </div>
  );
}
