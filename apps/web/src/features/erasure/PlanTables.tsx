import { useTranslation } from 'react-i18next';
import { formatDate, formatNumber } from '../../i18n/format.js';
import type { Plan, PlannedTable } from './queries.js';
import classes from './Erasure.module.css';

const groups = [
  { key: 'deleted', actions: ['delete_row'] },
  { key: 'pseudonymised', actions: ['pseudonymise', 'generalise'] },
  { key: 'emptied', actions: ['redact'] },
  { key: 'kept', actions: ['keep'] },
] as const;

/** What becomes of what, in plain words: what goes, what becomes a pseudonym, what stays, until when and why. */
export function PlanTables({ plan }: { plan: Plan }) {
  const { t } = useTranslation('erasure');
  return groups.map(({ key, actions }) => {
    const tables = plan.tables.filter(({ action }) => actions.some((one) => one === action));
    if (tables.length === 0) return null;
    return (
      <section key={key} className={classes.group} aria-labelledby={`plan-${key}`}>
        <div className={classes.groupHead}>
          <h2 id={`plan-${key}`}>{t(`plan.group.${key}`)}</h2>
          <p>{t(`plan.groupHint.${key}`)}</p>
        </div>
        <ul className={classes.tables}>
          {tables.map((table) => (
            <Table key={`${table.table} ${table.action} ${table.why}`} planned={table} />
          ))}
        </ul>
      </section>
    );
  });
}

function Table({ planned: { what, count, action, until, why } }: { planned: PlannedTable }) {
  const { t } = useTranslation('erasure');
  const kept = action === 'keep' && why ? t(`plan.why.${why}`, { defaultValue: '' }) : '';
  const day = until && t('plan.until', { date: formatDate(until) });
  return (
    <li>
      <span>
        {what}
        {(day || kept) && <span className={classes.because}>{[day, kept].filter(Boolean).join(': ')}</span>}
      </span>
      <span className={classes.count}>{formatNumber(count)}</span>
    </li>
  );
}
