import { useQueries, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Segment } from '../../../api/model.js';
import { companyQuery, usersQuery } from '../../../api/queries.js';
import { formatDate } from '../../../i18n/format.js';

/** What the people of a segment have in common, in one line. */
export function FilterText({ segment }: { segment: Pick<Segment, 'filters'> }) {
  const { t } = useTranslation(['mail', 'common', 'records']);
  const { filters } = segment;
  const users = useQuery({ ...usersQuery, enabled: filters.ownerIds !== undefined }).data?.items ?? [];
  const companies = useQueries({ queries: (filters.companyIds ?? []).slice(0, 5).map(companyQuery) });
  const names = companies.flatMap(({ data }) => (data ? [data.name] : []));
  const more = (filters.companyIds?.length ?? 0) - names.length;
  const parts = [
    filters.relationship && t(`common:relationship.${filters.relationship}`),
    filters.industry && `${t('filter.industry')} ${filters.industry}`,
    filters.companyIds && [...names, ...(more > 0 ? [`+${more}`] : [])].join(', '),
    filters.areasOfResponsibility?.join(', '),
    filters.products?.join(', '),
    filters.productStatus && t(`records:productStatus.${filters.productStatus}`),
    filters.languages?.map((language) => t(`common:language.${language}`)).join(', '),
    filters.tags?.join(', '),
    filters.lastContactAfter && `${t('filter.lastContactAfter')} ${formatDate(filters.lastContactAfter)}`,
    filters.lastContactBefore && `${t('filter.lastContactBefore')} ${formatDate(filters.lastContactBefore)}`,
    filters.ownerIds &&
      users
        .filter(({ id }) => filters.ownerIds?.includes(id))
        .map(({ name }) => name)
        .join(', '),
  ].filter(Boolean);
  return <>{parts.length > 0 ? parts.join(' · ') : t('segments.everybody')}</>;
}
