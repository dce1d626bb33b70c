import { useTranslation } from 'react-i18next';
import type { Retention } from '../../../api/model.js';
import { formatDate } from '../../../i18n/format.js';
import classes from './Clock.module.css';

/** The clock in a list's cell: the day, or the day of the next review; why, on hover. */
export function KeptUntil({ retention }: { retention: Retention }) {
  const { t } = useTranslation('clock');
  const { dueOn, reviewOn, reason } = retention;
  const isOver = !!dueOn && new Date(`${dueOn}T23:59:59`) < new Date();
  return (
    <span
      className={classes.left}
      data-due={dueOn ? true : undefined}
      data-over={isOver || undefined}
      title={reason}
    >
      {dueOn ? formatDate(dueOn) : t('reviewOn', { date: formatDate(reviewOn ?? '') })}
    </span>
  );
}
