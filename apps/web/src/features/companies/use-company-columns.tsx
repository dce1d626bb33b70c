import { useTranslation } from 'react-i18next';
import type { CompanyListItem } from '../../api/model.js';
import { Avatar, type Column, RelativeTime } from '../../ui/index.js';
import { formatNumber } from '../../i18n/format.js';
import { useMe } from '../../shell/use-me.js';
import classes from '../records/list/Cells.module.css';
import { CompanyReachLink } from '../permissions/CompanyReachLink.js';
import { useFormatPhone } from '../records/use-format-phone.js';
import { RelationshipChip } from '../records/RelationshipChip.js';
import { useIndustryName } from './use-industry-name.js';

/** The company list's columns; the first is the name and the link. */
export function useCompanyColumns(): Column<CompanyListItem>[] {
  const { t } = useTranslation('companies');
  const formatPhone = useFormatPhone();
  const industryName = useIndustryName();
  // The server orders by it only for those who may see every interaction.
  const seesAll = useMe().permissions.some(
    ({ permission, reach }) => permission === 'interactions.read' && reach === 'all',
  );
  return [
    {
      key: 'name',
      header: t('field.name'),
      width: 'minmax(14rem, 2.4fr)',
      sortKey: 'name',
      render: (company) => (
        <>
          <Avatar name={company.name} square />
          <span className={classes.text}>{company.name}</span>
        </>
      ),
    },
    {
      key: 'status',
      header: t('field.status'),
      width: '10.5rem',
      plain: true,
      render: ({ relationship }) => <RelationshipChip status={relationship.status} />,
    },
    {
      key: 'industry',
      header: t('field.industry'),
      width: 'minmax(9rem, 1.8fr)',
      plain: true,
      isEmpty: ({ industry }) => !industry,
      render: ({ industry }) =>
        industry && <span title={industryName(industry)}>{industryName(industry)}</span>,
    },
    {
      key: 'city',
      header: t('field.city'),
      width: 'minmax(6.5rem, 1fr)',
      plain: true,
      isEmpty: ({ city }) => !city,
      render: ({ city }) => <span>{city}</span>,
    },
    {
      key: 'people',
      header: t('field.contactCount'),
      width: '6.75rem',
      align: 'end',
      isEmpty: ({ contactCount }) => contactCount === 0,
      render: ({ contactCount }) => <span>{contactCount > 0 && formatNumber(contactCount)}</span>,
    },
    {
      key: 'last',
      header: t('field.lastInteractionAt'),
      width: '10.25rem',
      ...(seesAll && { sortKey: 'lastInteractionAt' }),
      isEmpty: ({ lastInteractionAt }) => !lastInteractionAt,
      render: ({ lastInteractionAt }) => <RelativeTime value={lastInteractionAt} />,
    },
    {
      key: 'owner',
      header: t('field.owner'),
      width: 'minmax(7rem, 1.2fr)',
      isEmpty: ({ owner }) => !owner,
      render: ({ owner }) => <span>{owner?.name}</span>,
    },
    ...contactColumns(t, formatPhone),
  ];
}

function contactColumns(
  t: ReturnType<typeof useTranslation<'companies'>>['t'],
  formatPhone: (number: string) => string,
): Column<CompanyListItem>[] {
  return [
    {
      key: 'phone',
      header: t('field.phone'),
      width: '9rem',
      plain: true,
      isEmpty: ({ phone }) => !phone,
      render: ({ phone, ...company }) =>
        phone && (
          <CompanyReachLink company={company} channel="phone" href={`tel:${phone}`} className={classes.quiet}>
            {formatPhone(phone)}
          </CompanyReachLink>
        ),
    },
    {
      key: 'email',
      header: t('field.email'),
      width: 'minmax(10rem, 1.6fr)',
      plain: true,
      isEmpty: ({ email }) => !email,
      render: ({ email, ...company }) =>
        email && (
          <CompanyReachLink
            company={company}
            channel="email"
            href={`mailto:${email}`}
            className={classes.quiet}
          >
            {email}
          </CompanyReachLink>
        ),
    },
    {
      key: 'businessId',
      header: t('field.businessId'),
      width: '7rem',
      isEmpty: ({ businessId }) => !businessId,
      render: ({ businessId }) => <span>{businessId}</span>,
    },
  ];
}
