import { Button } from '@mantine/core';
import { IconAddressBook, IconSearchOff } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { companyQuery, contactListQuery } from '../../api/queries.js';
import { openAdd, openExport } from '../../shell/dialogs.js';
import { useMay } from '../../shell/use-may.js';
import { useMe } from '../../shell/use-me.js';
import { AsyncCombobox, EmptyState, type Filter } from '../../ui/index.js';
import { channels } from '../permissions/model.js';
import { isFiltered, rowsOf } from '../records/list/pages.js';
import { RecordList } from '../records/list/RecordList.js';
import {
  textFilter,
  useArchivedFilter,
  useLanguageFilter,
  useOwnerFilter,
  useStatusFilter,
} from '../records/list/use-list-filters.js';
import { companySearch } from '../records/pickers/company-search.js';
import { type ContactListSearch, retentionGrounds } from './search.js';
import { usePeopleColumns } from './use-people-columns.js';

const route = getRouteApi('/app/people');

/** The people list; its whole state is in the address. */
export function PeoplePage() {
  const { t } = useTranslation('people');
  const search: ContactListSearch = route.useSearch();
  const navigate = route.useNavigate();
  const me = useMe();
  const may = useMay();
  const filters = { ...search, ownerId: search.ownerId === 'me' ? me.id : search.ownerId };
  const query = useInfiniteQuery({
    ...contactListQuery({ ...filters, include: 'permissions' }),
    placeholderData: keepPreviousData,
  });
  const rows = useMemo(() => rowsOf(query.data?.pages), [query.data]);
  const total = query.data?.pages[0]?.total ?? null;
  const onSearch = useCallback(
    (changes: Partial<Record<string, string | boolean>>) =>
      void navigate({ search: (before: ContactListSearch) => ({ ...before, ...changes }), replace: true }),
    [navigate],
  );
  return (
    <RecordList
      title={t('title')}
      name="people"
      count={
        query.data && (total === null ? t('countOver', { count: 10_000 }) : t('count', { count: total }))
      }
      searchLabel={t('searchPlaceholder')}
      search={{ ...search }}
      onSearch={onSearch}
      filters={usePeopleFilters()}
      columns={usePeopleColumns()}
      rows={rows}
      total={total}
      query={query}
      link={({ id }) => ({ to: '/people/$id', params: { id } })}
      onExport={may('contacts.export') ? () => openExport('contacts', filters) : undefined}
      add={may('contacts.create') ? { label: t('add'), run: () => openAdd('person') } : undefined}
      empty={<NoPeople search={search} />}
    />
  );
}

function usePeopleFilters(): Filter[] {
  const { t } = useTranslation(['people', 'permissions', 'clock', 'retention']);
  const seesClocks = useMay()('contacts.read_privacy');
  const clockFilters: Filter[] = [
    {
      key: 'clockWithin',
      label: t('clock:filter.within'),
      options: [30, 90, 365].map((count) => ({
        value: String(count),
        label: t('clock:filter.days', { count }),
      })),
    },
    {
      key: 'retentionGround',
      label: t('clock:filter.ground'),
      options: retentionGrounds.map((value) => ({ value, label: t(`retention:rule.${value}`) })),
    },
  ];
  return [
    useOwnerFilter(t('field.owner')),
    useStatusFilter(t('field.status')),
    {
      key: 'mayBeContactedBy',
      label: t('permissions:filter.label'),
      options: channels.map((value) => ({ value, label: t(`permissions:filter.${value}`) })),
    },
    useLanguageFilter(t('field.language')),
    textFilter('areaOfResponsibility', t('field.areaOfResponsibility')),
    {
      key: 'companyId',
      label: t('field.company'),
      show: () => '',
      chip: (id) => <CompanyName id={id} />,
      editor: (_, apply) => (
        <AsyncCombobox
          label={t('field.company')}
          value={null}
          search={companySearch}
          autoFocus
          onChange={(option) => option && apply(option.value)}
        />
      ),
    },
    ...(seesClocks ? clockFilters : []),
    useArchivedFilter(t('field.archived')),
  ];
}

function CompanyName({ id }: { id: string }) {
  const { data } = useQuery(companyQuery(id));
  return <>{data?.name ?? '…'}</>;
}

function NoPeople({ search }: { search: ContactListSearch }) {
  const { t } = useTranslation('people');
  const may = useMay();
  if (isFiltered(search)) {
    return (
      <EmptyState
        icon={IconSearchOff}
        title={t('records:list.noMatchTitle')}
        actions={
          <Button variant="default" renderRoot={(props) => <Link to="/people" search={{}} {...props} />}>
            {t('common:list.clearFilters')}
          </Button>
        }
      >
        {t('records:list.noMatchText')}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={IconAddressBook}
      title={t('emptyTitle')}
      actions={
        <>
          {may('contacts.create') && <Button onClick={() => openAdd('person')}>{t('add')}</Button>}
          {may('contacts.import') && (
            <Button variant="default" renderRoot={(props) => <Link to="/import" {...props} />}>
              {t('import')}
            </Button>
          )}
        </>
      }
    >
      {t('emptyText')}
    </EmptyState>
  );
}
