import { IconChevronRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../i18n/format.js';
import type { SubjectRequest } from './model.js';
import { lettersQuery } from './queries.js';
import classes from './Requests.module.css';

/** What the person was told, word for word. */
export function Letters({ request: { id } }: { request: SubjectRequest }) {
  const { t } = useTranslation('requests');
  const letters = useQuery(lettersQuery(id)).data?.items ?? [];
  if (letters.length === 0) return null;
  return (
    <section className={classes.part}>
      <h3>{t('letters.title')}</h3>
      {letters.map(({ id: letterId, kind, way, sentOn, subject, body, language }) => (
        <details key={letterId} className={classes.sent}>
          <summary>
            <IconChevronRight size={14} stroke={1.8} aria-hidden />
            <span>
              {t(`letterKind.${kind}`)}
              <span className={classes.quiet}>
                {' '}
                {formatDate(sentOn)} · {t(`way.${way}`)}
              </span>
            </span>
          </summary>
          <div lang={language} className={classes.words}>
            <p className={classes.subject}>{subject}</p>
            <p>{body}</p>
          </div>
        </details>
      ))}
    </section>
  );
}
