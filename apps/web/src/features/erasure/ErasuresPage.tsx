import { Button } from '@mantine/core';
import { IconUserOff } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../../i18n/format.js';
import { rowsOf } from '../records/list/pages.js';
import admin from '../settings/Admin.module.css';
import { ListPage, ListRow } from '../settings/ListPage.js';
import { type ErasureListItem, erasuresQuery } from './queries.js';
import { StatusChip } from './StatusChip.js';

/** Everybody who was erased, or is being: when, on what ground, and how it stands. */
export function ErasuresPage() {
  const { t } = useTranslation(['erasure', 'common']);
  const { data, error, isError, refetch, ...query } = useInfiniteQuery(erasuresQuery);
  const list = { data: data && { items: rowsOf(data.pages) }, error, isError, refetch };
  return (
    <ListPage
      // Only these four are read of it.
      list={list as Parameters<typeof ListPage<ErasureListItem>>[0]['list']}
      title={t('title')}
      lead={t('lead')}
      empty={{ icon: IconUserOff, title: t('emptyTitle'), text: t('emptyText') }}
      row={(erasure) => <Row key={erasure.id} erasure={erasure} />}
    >
      {query.hasNextPage && (
        <Button
          variant="default"
          className={admin.more}
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t('showMore')}
        </Button>
      )}
    </ListPage>
  );
}

function Row({ erasure }: { erasure: ErasureListItem }) {
  const { t } = useTranslation('erasure');
  const { id, ground, manner, status, requestedAt, runId } = erasure;
  const facts = [t(`ground.${ground}`), manner && t(`manner.${manner}`), runId && t('byRun')];
  return (
    <ListRow
      name={
        <Link to="/privacy/erasures/$id" params={{ id }}>
          {formatDateTime(requestedAt)}
        </Link>
      }
      facts={facts.filter(Boolean).join(' · ')}
    >
      <StatusChip status={status} />
    </ListRow>
  );
}
