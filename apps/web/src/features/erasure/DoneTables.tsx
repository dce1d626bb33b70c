import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../i18n/format.js';
import type { Erasure } from './queries.js';
import classes from './Erasure.module.css';

const order = ['delete_row', 'pseudonymise', 'generalise', 'redact', 'replace', 'keep'];

/** What was done, in rows by what stood in them. */
export function DoneTables({ done }: Pick<Erasure, 'done'>) {
  const { t } = useTranslation('erasure');
  if (done.length === 0) return null;
  const sorted = done.toSorted((a, b) => order.indexOf(a.action) - order.indexOf(b.action));
  return (
    <section className={classes.group} aria-labelledby="done">
      <div className={classes.groupHead}>
        <h3 id="done">{t('done.title')}</h3>
        <p>{t('done.lead')}</p>
      </div>
      <ul className={classes.tables}>
        {sorted.map(({ table, what, action, count }) => (
          <li key={`${table} ${action}`}>
            <span>
              {what}
              <span className={classes.because}>{t(`done.action.${action}`, { defaultValue: action })}</span>
            </span>
            <span className={classes.count}>{formatNumber(count)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
