import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Interaction } from '../../api/model.js';
import { formatDateTime } from '../../i18n/format.js';
import { revisionsQuery } from './queries.js';
import { useHeadline } from './use-headline.js';
import classes from './Timeline.module.css';

/** What an interaction said before each of its edits, newest first. */
export function Revisions({ item }: { item: Interaction }) {
  const { t } = useTranslation('interactions');
  const headline = useHeadline();
  const { data, isError } = useQuery(revisionsQuery(item));
  if (isError) return <p role="alert">{t('records:list.loadFailed')}</p>;
  if (!data) return <Skeleton height={48} mt="xs" />;
  return (
    <ol aria-label={t('item.history')} className={classes.revisions}>
      {data.items.map((revision) => (
        <li key={revision.id}>
          <p className={classes.by}>
            {t('item.revisedBy', {
              name: revision.revisedBy?.name ?? '–',
              date: formatDateTime(revision.revisedAt),
            })}
          </p>
          <p className={classes.was}>
            {headline(revision)}, {formatDateTime(revision.occurredAt)}
          </p>
          {revision.subject && <p className={classes.subject}>{revision.subject}</p>}
          {revision.body && <p className={classes.was}>{revision.body}</p>}
        </li>
      ))}
    </ol>
  );
}
