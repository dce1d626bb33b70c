import { Button } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Receipt } from '../../../api/model.js';
import { usersQuery } from '../../../api/queries.js';
import { formatDateTime } from '../../../i18n/format.js';
import { Chip, SkeletonRows } from '../../../ui/index.js';
import admin from '../Admin.module.css';
import { receiptsQuery } from './queries.js';
import classes from './Confidentiality.module.css';

/** Who accepted which version and when; above it, how many accepted the current one. */
export function Receipts({ current }: { current: number | undefined }) {
  const { t } = useTranslation(['access', 'common']);
  const receipts = useInfiniteQuery(receiptsQuery);
  const users = useQuery(usersQuery);
  const items = receipts.data?.pages.flatMap((page) => page.items) ?? [];
  const accepted = new Set(
    items.filter((one) => one.undertakingVersion === current).map(({ user }) => user.id),
  );
  const missing = (users.data?.items ?? []).filter(({ id, active }) => active && !accepted.has(id));
  const isWhole = receipts.data && !receipts.hasNextPage && users.data && current !== undefined;
  return (
    <section className={classes.receipts} aria-labelledby="receipts">
      <h2 id="receipts" className={admin.heading}>
        {t('receipts.title')}
      </h2>
      {isWhole && (
        <p className={admin.quiet}>
          {missing.length === 0
            ? t('receipts.everybody')
            : t('receipts.missing', { names: missing.map(({ name }) => name).join(', ') })}
        </p>
      )}
      {!receipts.data ? (
        <SkeletonRows rows={4} />
      ) : items.length === 0 ? (
        <p className={admin.nothing}>{t('receipts.none')}</p>
      ) : (
        <ul className={admin.rows}>
          {items.map((receipt) => (
            <ReceiptRow
              key={receipt.id}
              receipt={receipt}
              isCurrent={receipt.undertakingVersion === current}
            />
          ))}
        </ul>
      )}
      {receipts.hasNextPage && (
        <Button
          variant="default"
          className={admin.more}
          loading={receipts.isFetchingNextPage}
          onClick={() => void receipts.fetchNextPage()}
        >
          {t('common:action.showMore')}
        </Button>
      )}
    </section>
  );
}

function ReceiptRow({ receipt, isCurrent }: { receipt: Receipt; isCurrent: boolean }) {
  const { t } = useTranslation(['access', 'common']);
  return (
    <li className={classes.receipt}>
      <Link to="/settings/users/$id" params={{ id: receipt.user.id }} className={admin.name}>
        {receipt.user.name}
      </Link>
      <span className={admin.chips}>
        <Chip tone={isCurrent ? 'accent' : 'plain'}>
          {t('receipts.version', { version: receipt.undertakingVersion })}
        </Chip>
      </span>
      <span className={admin.quiet}>{t(`common:language.${receipt.language}`)}</span>
      <time className={admin.quiet} dateTime={receipt.acceptedAt}>
        {formatDateTime(receipt.acceptedAt)}
      </time>
    </li>
  );
}
