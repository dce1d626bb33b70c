import { Button } from '@mantine/core';
import { IconBuilding, IconSearchOff } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { legalForms } from '../../api/model.js';
import { companyListQuery, industriesQuery } from '../../api/queries.js';
import { openAdd, openExport } from '../../shell/dialogs.js';
import { useMay } from '../../shell/use-may.js';
import { useMe } from '../../shell/use-me.js';
import { EmptyState, type Filter } from '../../ui/index.js';
import { isFiltered, rowsOf } from '../records/list/pages.js';
import { RecordList } from '../records/list/RecordList.js';
import {
  textFilter,
  useArchivedFilter,
  useOwnerFilter,
  useStatusFilter,
} from '../records/list/use-list-filters.js';
import { IndustryPicker } from '../records/pickers/IndustryPicker.js';
import type { CompanyListSearch } from './search.js';
import { useCompanyColumns } from './use-company-columns.js';
import { useIndustryName } from './use-industry-name.js';

const route = getRouteApi('/app/companies');

/** The company list; its whole state is in the address. */
export function CompaniesPage() {
  const { t } = useTranslation('companies');
  const search: CompanyListSearch = route.useSearch();
  const navigate = route.useNavigate();
  const me = useMe();
  const may = useMay();
  const filters = { ...search, ownerId: search.ownerId === 'me' ? me.id : search.ownerId };
  const query = useInfiniteQuery({ ...companyListQuery(filters), placeholderData: keepPreviousData });
  const rows = useMemo(() => rowsOf(query.data?.pages), [query.data]);
  const total = query.data?.pages[0]?.total ?? null;
  const onSearch = useCallback(
    (changes: Partial<Record<string, string | boolean>>) =>
      void navigate({ search: (before: CompanyListSearch) => ({ ...before, ...changes }), replace: true }),
    [navigate],
  );
  return (
    <RecordList
      title={t('title')}
      name="companies"
      count={
        query.data && (total === null ? t('countOver', { count: 10_000 }) : t('count', { count: total }))
      }
      searchLabel={t('searchPlaceholder')}
      search={{ ...search }}
      onSearch={onSearch}
      filters={useCompanyFilters()}
      columns={useCompanyColumns()}
      rows={rows}
      total={total}
      query={query}
      link={({ id }) => ({ to: '/companies/$id', params: { id } })}
      onExport={may('companies.export') ? () => openExport('companies', filters) : undefined}
      add={may('companies.create') ? { label: t('add'), run: () => openAdd('company') } : undefined}
      empty={<NoCompanies search={search} />}
    />
  );
}

function useCompanyFilters(): Filter[] {
  const { t } = useTranslation('companies');
  return [
    useOwnerFilter(t('field.owner')),
    useStatusFilter(t('field.status')),
    {
      key: 'industryCode',
      label: t('field.industry'),
      show: (code) => code,
      chip: (code) => <IndustryName code={code} />,
      editor: (value, apply) => (
        <IndustryPicker
          label={t('field.industry')}
          value={value ?? null}
          autoFocus
          onChange={(code) => apply(code ?? undefined)}
        />
      ),
    },
    {
      key: 'legalForm',
      label: t('field.legalForm'),
      options: legalForms.map((value) => ({ value, label: t(`records:legalForm.${value}`) })),
    },
    textFilter('product', t('field.product')),
    useArchivedFilter(t('field.archived')),
  ];
}

function IndustryName({ code }: { code: string }) {
  const name = useIndustryName();
  const { data } = useQuery(industriesQuery);
  const industry = data?.items.find((candidate) => candidate.code === code);
  return <>{industry ? name(industry) : code}</>;
}

function NoCompanies({ search }: { search: CompanyListSearch }) {
  const { t } = useTranslation('companies');
  const may = useMay();
  if (isFiltered(search)) {
    return (
      <EmptyState
        icon={IconSearchOff}
        title={t('records:list.noMatchTitle')}
        actions={
          <Button variant="default" renderRoot={(props) => <Link to="/companies" search={{}} {...props} />}>
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
      icon={IconBuilding}
      title={t('emptyTitle')}
      actions={
        <>
          {may('companies.create') && <Button onClick={() => openAdd('company')}>{t('add')}</Button>}
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
