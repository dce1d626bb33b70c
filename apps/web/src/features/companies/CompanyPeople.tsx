import { ActionIcon, Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Company, ContactListItem } from '../../api/model.js';
import { contactListQuery } from '../../api/queries.js';
import { openAdd } from '../../shell/dialogs.js';
import { Avatar, SkeletonText } from '../../ui/index.js';
import { channelIcons } from '../permissions/looks.js';
import { useReach } from '../permissions/use-reach.js';
import { Facts } from '../records/facts/Fact.js';
import { formatPhone } from '../records/phone.js';
import classes from './Company.module.css';
import { useMay } from '../../shell/use-may.js';

const shown = 12;

/** The company's people; more than a dozen are in the list of people. */
export function CompanyPeople({ company }: { company: Company }) {
  const { t } = useTranslation('companies');
  const mayAdd = useMay()('contacts.create');
  const { data } = useInfiniteQuery(contactListQuery({ companyId: company.id, include: 'permissions' }));
  const page = data?.pages[0];
  const people = page?.items ?? [];
  return (
    <Facts title={t('people')}>
      {!page && <SkeletonText />}
      {page && people.length === 0 && <p className={classes.quiet}>{t('noPeople')}</p>}
      <ul>
        {people.slice(0, shown).map((person) => (
          <li key={person.id} className={classes.person}>
            <Avatar name={person.name || '?'} size={24} />
            <div>
              <Link to="/people/$id" params={{ id: person.id }} className={classes.personName}>
                {person.name || t('people:nameUnknown')}
              </Link>
              <span className={classes.personTitle}>{person.title ?? person.areaOfResponsibility}</span>
            </div>
            {person.phone && <CallPerson person={person} phone={person.phone} />}
          </li>
        ))}
      </ul>
      <div className={classes.peopleFoot}>
        {mayAdd && (
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            leftSection={<IconPlus size={13} aria-hidden />}
            onClick={() => openAdd('person', { company: { id: company.id, name: company.name } })}
          >
            {t('addPerson')}
          </Button>
        )}
        {people.length > shown && (
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            renderRoot={(props) => <Link to="/people" search={{ companyId: company.id }} {...props} />}
          >
            {t('allPeople')}
          </Button>
        )}
      </div>
    </Facts>
  );
}

/** Calls a person of the company, if that is permitted; struck through where it is known not to be. */
function CallPerson({ person, phone }: { person: ContactListItem; phone: string }) {
  const { t } = useTranslation(['records', 'permissions']);
  const reach = useReach();
  const refused = person.permissions?.find(({ channel, allowed }) => channel === 'phone' && !allowed);
  const Icon = channelIcons.phone[refused ? 'shut' : 'open'];
  const number = formatPhone(phone);
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      aria-label={[`${t('action.call')}: ${person.name}, ${number}`, refused?.sentence]
        .filter(Boolean)
        .join('. ')}
      title={refused?.sentence ?? number}
      onClick={() => void reach(person, 'phone', `tel:${phone}`)}
    >
      <Icon size={15} stroke={1.6} aria-hidden />
    </ActionIcon>
  );
}
