import { type Icon, IconMail, IconPhone } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contact, ContactPatch } from '../../api/model.js';
import { useReach } from '../permissions/use-reach.js';
import { Fact, Facts } from '../records/facts/Fact.js';
import { InlineForm } from '../records/facts/InlineForm.js';
import { LinkLine } from '../records/facts/Lines.js';
import { ListFields } from '../records/facts/ListFields.js';
import { formatPhone, normalisePhone } from '../records/phone.js';
import { Withheld } from '../records/Withheld.js';
import { checkReturn, ComesBack, noReturn, type ReturnValues, toReturn } from './ComesBack.js';
import { usePersonPatch } from './use-person.js';

/** How to reach a person. */
export function PersonContact({ person }: { person: Contact }) {
  const { t } = useTranslation('people');
  return (
    <Facts title={t('section.contact')}>
      {person.emails === null || person.phones === null ? (
        <Withheld group="contact_details" />
      ) : (
        <>
          <Emails person={person} emails={person.emails} />
          <Phones person={person} phones={person.phones} />
        </>
      )}
    </Facts>
  );
}

function Emails({ person, emails }: { person: Contact; emails: string[] }) {
  const { t } = useTranslation('people');
  const reach = useReach();
  return (
    <Addresses
      person={person}
      field="emails"
      label={t('field.emails')}
      icon={IconMail}
      lines={emails}
      toPatch={(lines) => ({ emails: lines.map((line) => line.trim()).filter(Boolean) })}
    >
      {emails.map((email) => (
        <LinkLine
          key={email}
          href={`mailto:${email}`}
          value={email}
          onFollow={() => void reach(person, 'email', `mailto:${email}`)}
        >
          {email}
        </LinkLine>
      ))}
    </Addresses>
  );
}

function Phones({ person, phones }: { person: Contact; phones: string[] }) {
  const { t } = useTranslation('people');
  const reach = useReach();
  return (
    <Addresses
      person={person}
      field="phones"
      label={t('field.phones')}
      icon={IconPhone}
      lines={phones.map(formatPhone)}
      check={(lines) =>
        lines.every((line) => !line.trim() || normalisePhone(line)) ? null : t('records:error.phone')
      }
      toPatch={(lines) => ({ phones: lines.flatMap((line) => normalisePhone(line) ?? []) })}
    >
      {phones.map((phone) => (
        <LinkLine
          key={phone}
          href={`tel:${phone}`}
          value={phone}
          onFollow={() => void reach(person, 'phone', `tel:${phone}`)}
        >
          {formatPhone(phone)}
        </LinkLine>
      ))}
    </Addresses>
  );
}

interface AddressesProps {
  person: Contact;
  field: 'emails' | 'phones';
  label: string;
  icon: Icon;
  lines: string[];
  check?: (lines: string[]) => string | null;
  toPatch: (lines: string[]) => ContactPatch;
  children: ReactNode[];
}

/** What is typed, and how the person came back where one of the addresses was an erased person's. */
interface Draft {
  lines: string[];
  back: ReturnValues;
}

function Addresses({ person, field, label, icon, lines, check, toPatch, children }: AddressesProps) {
  const { t } = useTranslation(['people', 'quickAdd', 'common']);
  const save = usePersonPatch(person.id);
  const show = (record: Contact) => {
    const values = record[field];
    return values && (field === 'phones' ? values.map(formatPhone) : values).join(', ');
  };
  return (
    <Fact label={label} icon={icon}>
      <InlineForm<Draft>
        label={label}
        value={{ lines, back: noReturn }}
        empty={t('records:edit.addValue', { field: label.toLocaleLowerCase() })}
        check={({ lines: typed, back }) => check?.(typed) ?? Object.values(checkReturn(back, t))[0] ?? null}
        onSave={({ lines: typed, back }) =>
          save({ label, patch: { ...toPatch(typed), ...toReturn(back) }, show })
        }
        fields={({ lines: typed, back }, set, errorAt, code) => {
          const isErased = code === 'erased_person' || back.isErased;
          const change = (part: Partial<ReturnValues>) =>
            set({ lines: typed, back: { ...back, isErased, ...part } });
          return (
            <>
              <ListFields
                label={label}
                type={field === 'emails' ? 'email' : 'tel'}
                value={typed}
                onChange={(next) => set({ lines: next, back })}
                errorAt={(index) => errorAt(`${field}.${index}`)}
              />
              <ComesBack
                values={{ ...back, isErased }}
                errors={{ backOn: errorAt('comesBack.on') }}
                onHow={(backHow) => change({ backHow })}
                onDay={(backOn) => change({ backOn })}
                onNote={(backNote) => change({ backNote })}
              />
            </>
          );
        }}
      >
        {children.length > 0 && children}
      </InlineForm>
    </Fact>
  );
}
