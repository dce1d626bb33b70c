import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ContactListItem } from '../../api/model.js';
import { Avatar, type Column, RelativeTime } from '../../ui/index.js';
import { useMay } from '../../shell/use-may.js';
import { ChannelChips } from '../permissions/ChannelChips.js';
import { ReachLink } from '../permissions/ReachLink.js';
import { useFormatPhone } from '../records/use-format-phone.js';
import classes from '../records/list/Cells.module.css';
import { KeptUntil } from './clock/KeptUntil.js';

/** The people list's columns; the first is the name and the link. */
export function usePeopleColumns(): Column<ContactListItem>[] {
  const { t } = useTranslation(['people', 'permissions', 'clock']);
  const formatPhone = useFormatPhone();
  const may = useMay();
  const mayReach = may('contacts.read_details');
  const seesClocks = may('contacts.read_privacy');
  const columns: Column<ContactListItem>[] = [
    {
      key: 'name',
      header: t('field.name'),
      width: 'minmax(13.5rem, 2.2fr)',
      sortKey: 'name',
      render: (person) => (
        <>
          <Avatar name={person.name || '?'} />
          <span className={classes.text}>{person.name || t('nameUnknown')}</span>
        </>
      ),
    },
    {
      key: 'company',
      header: t('field.company'),
      width: 'minmax(11rem, 2fr)',
      plain: true,
      isEmpty: ({ company }) => !company,
      render: ({ company }) =>
        company && (
          <Link to="/companies/$id" params={{ id: company.id }} className={classes.quiet}>
            {company.name}
          </Link>
        ),
    },
    {
      key: 'title',
      header: t('field.title'),
      width: 'minmax(9rem, 1.6fr)',
      plain: true,
      isEmpty: ({ title }) => !title,
      render: ({ title }) => <span>{title}</span>,
    },
    {
      key: 'area',
      header: t('field.areaOfResponsibility'),
      width: 'minmax(7rem, 1.3fr)',
      plain: true,
      isEmpty: ({ areaOfResponsibility }) => !areaOfResponsibility,
      render: ({ areaOfResponsibility }) => <span>{areaOfResponsibility}</span>,
    },
    {
      key: 'permissions',
      header: t('permissions:column'),
      width: '10.75rem',
      plain: true,
      isEmpty: ({ permissions }) => !permissions,
      render: ({ name, permissions }) =>
        permissions && <ChannelChips name={name} permissions={permissions} />,
    },
    {
      key: 'last',
      header: t('field.lastInteractionAt'),
      width: '10.25rem',
      sortKey: 'lastInteractionAt',
      isEmpty: ({ lastInteractionAt }) => !lastInteractionAt,
      render: ({ lastInteractionAt }) => <RelativeTime value={lastInteractionAt} />,
    },
    {
      key: 'retention',
      header: t('clock:column'),
      width: '9.75rem',
      sortKey: 'retention',
      isEmpty: ({ retention }) => !retention,
      render: ({ retention }) => retention && <KeptUntil retention={retention} />,
    },
    {
      key: 'email',
      header: t('field.email'),
      width: 'minmax(11rem, 2fr)',
      plain: true,
      isEmpty: ({ email }) => !email,
      render: ({ email, ...person }) =>
        email && (
          <ReachLink contact={person} channel="email" href={`mailto:${email}`} className={classes.quiet}>
            {email}
          </ReachLink>
        ),
    },
    {
      key: 'phone',
      header: t('field.phone'),
      width: '9rem',
      plain: true,
      isEmpty: ({ phone }) => !phone,
      render: ({ phone, ...person }) =>
        phone && (
          <ReachLink contact={person} channel="phone" href={`tel:${phone}`} className={classes.quiet}>
            {formatPhone(phone)}
          </ReachLink>
        ),
    },
    {
      key: 'language',
      header: t('field.language'),
      width: '5rem',
      plain: true,
      isEmpty: ({ language }) => !language,
      render: ({ language }) => language && <span>{t(`common:language.${language}`)}</span>,
    },
    {
      key: 'owner',
      header: t('field.owner'),
      width: 'minmax(7rem, 1.2fr)',
      isEmpty: ({ owner }) => !owner,
      render: ({ owner }) => <span>{owner?.name}</span>,
    },
  ];
  return columns.filter(
    ({ key }) => (mayReach || (key !== 'email' && key !== 'phone')) && (seesClocks || key !== 'retention'),
  );
}
