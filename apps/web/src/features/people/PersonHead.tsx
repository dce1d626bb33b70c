import { Menu, TextInput } from '@mantine/core';
import { IconArchive, IconLock, IconMessageQuestion } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contact } from '../../api/model.js';
import { formatDate } from '../../i18n/format.js';
import { Avatar, Chip } from '../../ui/index.js';
import { openRequest } from '../../shell/dialogs.js';
import { useMay } from '../../shell/use-may.js';
import { PersonLinks } from '../permissions/PersonLinks.js';
import { RestrictDialog } from '../privacy/RestrictDialog.js';
import { InlineForm } from '../records/facts/InlineForm.js';
import { RelationshipChip } from '../records/RelationshipChip.js';
import { RecordMenu } from '../records/RecordMenu.js';
import { useArchivePerson, usePersonPatch } from './use-person.js';
import classes from '../records/RecordHead.module.css';

/** Who this is, in one look: name, role and company, how the company stands with us; call and mail. */
export function PersonHead({ person }: { person: Contact }) {
  const { t } = useTranslation(['people', 'privacy', 'requests']);
  const archive = useArchivePerson();
  const may = useMay();
  const [isRestricting, setRestricting] = useState(false);
  return (
    <header className={classes.head}>
      <div className={classes.top}>
        <Avatar name={person.name || '?'} size={40} />
        <RecordMenu isArchived={person.archivedAt !== null} onArchive={(on) => void archive(person, on)}>
          {may('contacts.restrict') && !person.restricted && (
            <Menu.Item
              leftSection={<IconLock size={16} stroke={1.6} aria-hidden />}
              onClick={() => setRestricting(true)}
            >
              {t('privacy:restrict.menu')}
            </Menu.Item>
          )}
          {may('requests.create') && (
            <Menu.Item
              leftSection={<IconMessageQuestion size={16} stroke={1.6} aria-hidden />}
              onClick={() => openRequest({ id: person.id, name: person.name })}
            >
              {t('requests:record.menu')}
            </Menu.Item>
          )}
        </RecordMenu>
        {isRestricting && <RestrictDialog person={person} onClose={() => setRestricting(false)} />}
      </div>
      <NameEdit person={person} />
      <p className={classes.role}>
        {person.title}
        {person.title && person.company && ', '}
        {person.company && (
          <Link to="/companies/$id" params={{ id: person.company.id }} className={classes.company}>
            {person.company.name}
          </Link>
        )}
      </p>
      <div className={classes.chips}>
        {person.company && <RelationshipChip status={person.company.relationship} />}
        {person.restricted && (
          <Chip icon={IconLock} tone="info" title={t('privacy:restrictions.lead')}>
            {t('privacy:restrictions.restricted')}
          </Chip>
        )}
        {person.archivedAt && (
          <Chip icon={IconArchive} tone="warn" title={t('records:archive.hint')}>
            {t('records:archive.archivedOn', { date: formatDate(person.archivedAt) })}
          </Chip>
        )}
      </div>
      <PersonLinks person={person} />
    </header>
  );
}

function NameEdit({ person }: { person: Contact }) {
  const { t } = useTranslation('people');
  const save = usePersonPatch(person.id);
  const name = { firstName: person.firstName ?? '', lastName: person.lastName ?? '' };
  return (
    <div data-edit className={classes.name}>
      <InlineForm
        label={t('field.name')}
        value={name}
        check={({ firstName, lastName }) =>
          firstName.trim() || lastName.trim() ? null : t('records:error.name')
        }
        onSave={({ firstName, lastName }) => {
          const patch = { firstName: firstName.trim() || null, lastName: lastName.trim() || null };
          const shown = [patch.firstName, patch.lastName].filter(Boolean).join(' ');
          return save({
            label: t('field.name'),
            patch,
            look: { name: shown },
            show: (record) => record.name,
          });
        }}
        fields={(draft, set, errorAt) => (
          <div className={classes.pair}>
            <TextInput
              label={t('field.firstName')}
              value={draft.firstName}
              error={errorAt('firstName')}
              onChange={(event) => set({ ...draft, firstName: event.currentTarget.value })}
            />
            <TextInput
              label={t('field.lastName')}
              value={draft.lastName}
              error={errorAt('lastName')}
              onChange={(event) => set({ ...draft, lastName: event.currentTarget.value })}
            />
          </div>
        )}
      >
        <h1>{person.name || t('nameUnknown')}</h1>
      </InlineForm>
    </div>
  );
}
