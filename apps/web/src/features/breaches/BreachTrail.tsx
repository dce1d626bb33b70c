import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../../i18n/format.js';
import requests from '../requests/Requests.module.css';
import type { Breach } from './model.js';

/** What happened, when, and by whom: the evidence (GDPR Art. 33(5)). */
export function BreachTrail({ breach: { events } }: { breach: Breach }) {
  const { t } = useTranslation('breaches');
  return (
    <section className={requests.part}>
      <h3>{t('trail.title')}</h3>
      <ol className={requests.trail}>
        {events.map(({ id, step, people, at, by }) => (
          <li key={id}>
            <span>
              {t(`trail.${step}`)}
              {people !== null && ` (${t('people', { count: people })})`}
            </span>
            <span className={requests.quiet}>
              <time dateTime={at}>{formatDateTime(at)}</time>
              {by && ` · ${by.name}`}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
