import { Button, SegmentedControl } from '@mantine/core';
import { IconInbox } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatDate, formatRelative } from '../../i18n/format.js';
import { openRequest } from '../../shell/dialogs.js';
import { RouteError } from '../../shell/RouteError.js';
import { EmptyState, FilterChips, SkeletonRows, useDocumentTitle } from '../../ui/index.js';
import { rowsOf } from '../records/list/pages.js';
import admin from '../settings/Admin.module.css';
import { AddButton, ListRow } from '../settings/ListPage.js';
import { DeadlineChip } from './DeadlineChip.js';
import { requestKinds, type RequestListItem } from './model.js';
import { requestsQuery } from './queries.js';
import classes from './Requests.module.css';
import type { RequestsSearch } from './search.js';

const route = getRouteApi('/app/privacy/requests');

/** What people ask for about their own data: the nearest deadline first (GDPR Art. 12(3)). */
export function RequestsPage() {
  const { t } = useTranslation('requests');
  useDocumentTitle(t('title'));
  const search: RequestsSearch = route.useSearch();
  const { status = 'open', kind, urgency } = search;
  const list = useInfiniteQuery({
    ...requestsQuery({ status, kind, urgency }),
    placeholderData: keepPreviousData,
  });
  if (list.isError && !list.data) return <RouteError error={list.error} reset={() => void list.refetch()} />;
  const requests = list.data && rowsOf(list.data.pages);
  return (
    <div className={admin.page}>
      <div className={admin.head}>
        <p className={classes.lead}>{t('lead')}</p>
        <AddButton onClick={() => openRequest()}>{t('record.open')}</AddButton>
      </div>
      <Filters search={search} />
      {!requests ? (
        <SkeletonRows rows={5} />
      ) : requests.length === 0 ? (
        <Nothing search={search} />
      ) : (
        <ul className={admin.rows} aria-label={t('title')} aria-busy={list.isPlaceholderData}>
          {requests.map((request) => (
            <Row key={request.id} request={request} />
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <Button
          variant="default"
          className={admin.more}
          loading={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {t('common:action.showMore')}
        </Button>
      )}
    </div>
  );
}

function Filters({ search }: { search: RequestsSearch }) {
  const { t } = useTranslation('requests');
  const navigate = route.useNavigate();
  const status = search.status ?? 'open';
  const kinds = requestKinds.map((value) => ({ value, label: t(`kind.${value}`) }));
  const urgencies = (['overdue', 'due_soon'] as const).map((value) => ({
    value,
    label: t(`urgency.${value}`),
  }));
  return (
    <div className={classes.filters}>
      <SegmentedControl
        size="xs"
        aria-label={t('filter.status')}
        value={status}
        data={(['open', 'closed'] as const).map((value) => ({ value, label: t(`filter.${value}`) }))}
        onChange={(value) =>
          void navigate({
            search: ({ kind }: RequestsSearch) => ({
              ...(kind ? { kind } : {}),
              ...(value === 'closed' ? { status: 'closed' as const } : {}),
            }),
            replace: true,
          })
        }
      />
      <FilterChips
        filters={[
          { key: 'kind', label: t('filter.kind'), options: kinds },
          ...(status === 'open' ? [{ key: 'urgency', label: t('filter.urgency'), options: urgencies }] : []),
        ]}
        values={{
          ...(search.kind ? { kind: search.kind } : {}),
          ...(search.urgency ? { urgency: search.urgency } : {}),
        }}
        onChange={(key, value) =>
          void navigate({ search: (before: RequestsSearch) => ({ ...before, [key]: value }), replace: true })
        }
      />
    </div>
  );
}

function Nothing({ search }: { search: RequestsSearch }) {
  const { t } = useTranslation('requests');
  if (search.kind || search.urgency) return <p className={admin.nothing}>{t('nothing')}</p>;
  const which = search.status === 'closed' ? 'emptyClosed' : 'empty';
  return (
    <EmptyState icon={IconInbox} title={t(`${which}.title`)}>
      {t(`${which}.text`)}
    </EmptyState>
  );
}

/** What is asked for and by whom; by when it is answered, and by whom. */
function Row({ request }: { request: RequestListItem }) {
  const { t } = useTranslation('requests');
  const { id, kind, reference, contact, contactId, dueOn, closedAt, assignee, receivedVia } = request;
  const who = contact?.name ?? t(contactId ? 'erased' : 'unknown');
  const when = closedAt
    ? t('closedOn', { date: formatDate(closedAt) })
    : t('dueOn', { date: formatDate(dueOn), relative: formatRelative(dueOn) });
  return (
    <ListRow
      name={
        <Link to="/privacy/requests/$id" params={{ id }}>
          {t(`kind.${kind}`)}: {who}
        </Link>
      }
      facts={[when, assignee?.name ?? t('nobody'), t(`door.${receivedVia}`), reference].join(' · ')}
    >
      <DeadlineChip request={request} />
    </ListRow>
  );
}
