import { Button } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type Mailing,
  type MailingRecipient,
  recipientStatuses,
  type RecipientStatus,
} from '../../../api/model.js';
import { formatDateTime } from '../../../i18n/format.js';
import admin from '../../settings/Admin.module.css';
import classes from './Mailing.module.css';
import { recipientsQuery } from './queries.js';
import { useCodeName } from './use-code-name.js';

/** When it happened that somebody is listed here. */
function timeOf(item: MailingRecipient, status: RecipientStatus): string | null {
  const at =
    status === 'bounced'
      ? item.bouncedAt
      : status === 'complained'
        ? item.complainedAt
        : status === 'objected'
          ? item.objectedAt
          : item.handedOverAt;
  return at && formatDateTime(at);
}

/** Who is where, by what became of their message. */
export function Recipients({ mailing }: { mailing: Mailing }) {
  const { t } = useTranslation('mail');
  const nameOf = useCodeName();
  const [status, setStatus] = useState<RecipientStatus>('handed_over');
  const people = useInfiniteQuery({
    ...recipientsQuery(mailing.id, status),
    placeholderData: keepPreviousData,
  });
  const items = people.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <div className={classes.reasons} role="group" aria-label={t('results.recipients')}>
        {recipientStatuses.map((one) => (
          <button
            key={one}
            type="button"
            className={classes.reason}
            aria-pressed={one === status}
            onClick={() => setStatus(one)}
          >
            {t(`recipient.${one}`)}
          </button>
        ))}
      </div>
      <ul className={admin.rows}>
        {items.map((item) => (
          <li key={item.id} className={admin.row}>
            <div className={admin.what}>
              <Link to="/people/$id" params={{ id: item.contactId }} className={admin.name}>
                {item.name}
              </Link>{' '}
              <span className={admin.quiet}>{item.company?.name}</span>
              {item.status === 'stopped' && item.code && (
                <p className={classes.sentence}>{nameOf(item.code)}</p>
              )}
              {item.failure && <p className={classes.sentence}>{item.failure}</p>}
            </div>
            <div className={classes.end}>
              <span className={admin.quiet}>{timeOf(item, status)}</span>
            </div>
          </li>
        ))}
      </ul>
      {people.isSuccess && items.length === 0 && <p className={admin.nothing}>{t('audience.none')}</p>}
      {people.hasNextPage && (
        <Button
          variant="default"
          className={admin.more}
          loading={people.isFetchingNextPage}
          onClick={() => void people.fetchNextPage()}
        >
          {t('audience.more')}
        </Button>
      )}
    </>
  );
}
