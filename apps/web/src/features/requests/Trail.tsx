import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../../i18n/format.js';
import type { RequestEvent } from './model.js';
import classes from './Requests.module.css';

/** What happened, when, and by whom: the evidence. */
export function Trail({ events }: { events: RequestEvent[] }) {
  const { t } = useTranslation('requests');
  const stepOf = ({ step, code }: RequestEvent): string => {
    const detail = code === null ? '' : t(`trail.code.${code}`, { defaultValue: '' });
    return detail ? `${t(`trail.${step}`)}: ${detail}` : t(`trail.${step}`);
  };
  return (
    <section className={classes.part}>
      <h3>{t('trail.title')}</h3>
      <ol className={classes.trail}>
        {events.map((event) => (
          <li key={event.id}>
            <span>{stepOf(event)}</span>
            <span className={classes.quiet}>
              <time dateTime={event.at}>{formatDateTime(event.at)}</time>
              {' · '}
              {event.by?.name ?? t('trail.byItself')}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
