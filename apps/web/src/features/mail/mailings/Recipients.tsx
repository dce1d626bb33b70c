import { Button } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type Mailing,
  type MailingRecipient,
  type MailingResults,
  recipientStatuses,
  type RecipientStatus,
} from '../../../api/model.js';
import { formatDateTime } from '../../../i18n/format.js';
import admin from '../../settings/Admin.module.css';
import { LeftOut } from './LeftOut.js';
import classes from './Mailing.module.css';
import { Pills } from './Pills.js';
import { recipientsQuery, resultsQuery } from './queries.js';
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

/** A group of them: those of one status, or those whom nothing was written to. */
type Group = (typeof recipientStatuses)[number] | 'left_out';

/** How many there are of each. */
const counted = (results: MailingResults): Record<Group, number> => ({
  handed_over: results.accepted,
  waiting: results.waiting,
  stopped: results.stopped,
  in_doubt: results.inDoubt,
  failed: results.failed,
  cancelled: results.cancelled,
  kept: results.kept,
  bounced: results.bounced,
  complained: results.complained,
  objected: results.objected,
  left_out: results.undecided === 0 ? results.leftOut : 0,
});

/** Who is where, by what became of their message, or why there was none. */
export function Recipients({ mailing }: { mailing: Mailing }) {
  const { t } = useTranslation('mail');
  const { data: results } = useQuery(resultsQuery(mailing));
  const [chosen, setChosen] = useState<Group>();
  if (!results) return null;
  const counts = counted(results);
  const shown = ([...recipientStatuses, 'left_out'] as const).filter(
    (group) => counts[group] > 0 || group === chosen,
  );
  const group = chosen ?? shown[0];
  if (group === undefined) return null;
  return (
    <section className={classes.part} aria-labelledby="mailing-recipients">
      <div className={classes.partHead}>
        <h3 id="mailing-recipients">{t('results.recipients')}</h3>
      </div>
      <Pills
        label={t('results.recipients')}
        pills={shown.map((key) => ({
          key,
          label: key === 'left_out' ? t('results.leftOut') : t(`recipient.${key}`),
          count: counts[key],
        }))}
        chosen={group}
        onChoose={setChosen}
      />
      {group === 'left_out' ? (
        <LeftOut mailing={mailing} byCode={results.leftOutByCode} />
      ) : (
        <People mailing={mailing} status={group} />
      )}
    </section>
  );
}

function People({ mailing, status }: { mailing: Mailing; status: RecipientStatus }) {
  const { t } = useTranslation('mail');
  const nameOf = useCodeName();
  const people = useInfiniteQuery({
    ...recipientsQuery(mailing.id, status),
    placeholderData: keepPreviousData,
  });
  const items = people.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
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
