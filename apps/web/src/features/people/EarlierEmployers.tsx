import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Contact, Employment } from '../../api/model.js';
import { formatDate } from '../../i18n/format.js';
import { Fact } from '../records/facts/Fact.js';
import classes from './EarlierEmployers.module.css';

/** Where the person has worked before, newest first; the current employer is a fact of its own. */
export function EarlierEmployers({ person }: { person: Contact }) {
  const { t } = useTranslation('people');
  const earlier = person.employments.filter(({ endedOn }) => endedOn !== null);
  const years = ({ startedOn, endedOn }: Employment) => {
    const until = endedOn ? formatDate(endedOn) : '';
    return startedOn ? `${formatDate(startedOn)}–${until}` : t('historyUntil', { date: until });
  };
  if (earlier.length === 0) return null;
  return (
    <Fact label={t('history')}>
      <ul className={classes.list}>
        {earlier.map((employment) => (
          <li key={`${employment.companyId}.${employment.endedOn}`}>
            <Link to="/companies/$id" params={{ id: employment.companyId }} className={classes.company}>
              {employment.companyName}
            </Link>
            <span className={classes.detail}>
              {[employment.title, years(employment)].filter(Boolean).join(', ')}
            </span>
          </li>
        ))}
      </ul>
    </Fact>
  );
}
