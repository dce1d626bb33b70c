import { IconMail, IconPhone } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Contact, ContactPatch, Language } from '../../api/model.js';
import { usersQuery } from '../../api/queries.js';
import { formatDate } from '../../i18n/format.js';
import { languages } from '../../i18n/index.js';
import { InlineSelect, InlineText, RelativeTime } from '../../ui/index.js';
import { useReach } from '../permissions/use-reach.js';
import { Fact, Facts, FactText } from '../records/facts/Fact.js';
import { InlineCompany } from '../records/facts/InlineCompany.js';
import { InlineForm } from '../records/facts/InlineForm.js';
import { InlineTags } from '../records/facts/InlineTags.js';
import { LinkLine } from '../records/facts/Lines.js';
import { ListFields } from '../records/facts/ListFields.js';
import { formatPhone, normalisePhone } from '../records/phone.js';
import { Withheld } from '../records/Withheld.js';
import { EarlierEmployers } from './EarlierEmployers.js';
import { usePersonPatch } from './use-person.js';
import classes from './PersonFacts.module.css';

type TextKey = 'title' | 'department' | 'areaOfResponsibility';

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

/** Everything else we know of a person, every field edited where it stands. */
export function PersonFacts({ person }: { person: Contact }) {
  return (
    <>
      <WorkFacts person={person} />
      <MoreFacts person={person} />
    </>
  );
}

function WorkFacts({ person }: { person: Contact }) {
  const { t } = useTranslation('people');
  const save = usePersonPatch(person.id);
  const text = (key: TextKey) => (
    <Fact label={t(`field.${key}`)}>
      <InlineText
        label={t(`field.${key}`)}
        value={person[key]}
        onSave={(value) =>
          save({ label: t(`field.${key}`), patch: { [key]: value }, show: (record) => record[key] })
        }
      />
    </Fact>
  );
  const current = person.employments.find(
    ({ companyId, endedOn }) => !endedOn && companyId === person.companyId,
  );
  return (
    <Facts title={t('section.work')}>
      <Fact label={t('field.company')}>
        <InlineCompany
          label={t('field.company')}
          value={person.company}
          onSave={(company) =>
            save({
              label: t('field.company'),
              patch: { companyId: company?.id ?? null },
              // How the new company stands with us comes with the server's answer.
              look: {
                company: company && {
                  ...company,
                  relationship: 'prospect',
                },
              },
              show: (record) => record.company?.name ?? null,
            })
          }
        />
        {current?.startedOn && (
          <p className={classes.since}>{t('historySince', { date: formatDate(current.startedOn) })}</p>
        )}
      </Fact>
      {text('title')}
      {text('department')}
      {text('areaOfResponsibility')}
      <EarlierEmployers person={person} />
    </Facts>
  );
}

function MoreFacts({ person }: { person: Contact }) {
  const { t } = useTranslation('people');
  const save = usePersonPatch(person.id);
  const users = useQuery(usersQuery).data?.items ?? [];
  const tags = (key: 'authorisations' | 'interests', hint?: string) => (
    <Fact label={t(`field.${key}`)}>
      <InlineTags
        label={t(`field.${key}`)}
        hint={hint}
        value={person[key]}
        onSave={(value) =>
          save({
            label: t(`field.${key}`),
            patch: { [key]: value },
            show: (record) => record[key].join(', '),
          })
        }
      />
    </Fact>
  );
  return (
    <Facts title={t('section.more')}>
      <Fact label={t('field.language')}>
        <InlineSelect
          label={t('field.language')}
          value={person.language}
          clearable
          options={languages.map((value) => ({ value, label: t(`common:language.${value}`) }))}
          onSave={(value) => {
            // The options are exactly the languages.
            const patch: ContactPatch = { language: value as Language | null };
            return save({
              label: t('field.language'),
              patch,
              show: ({ language }) => language && t(`common:language.${language}`),
            });
          }}
        />
      </Fact>
      <Fact label={t('field.owner')}>
        <InlineSelect
          label={t('field.owner')}
          value={person.ownerId}
          clearable
          options={users
            .filter(({ id, active }) => active || id === person.ownerId)
            .map(({ id, name }) => ({ value: id, label: name }))}
          onSave={(ownerId) =>
            save({
              label: t('field.owner'),
              patch: { ownerId },
              look: { owner: users.find(({ id }) => id === ownerId) ?? null },
              show: (record) => record.owner?.name ?? null,
            })
          }
        >
          {person.owner?.name}
        </InlineSelect>
      </Fact>
      {tags('authorisations', t('authorisationsHint'))}
      {tags('interests')}
      <Fact label={t('field.lastInteractionAt')}>
        <FactText>
          <RelativeTime value={person.lastInteractionAt} />
        </FactText>
      </Fact>
    </Facts>
  );
}

function Emails({ person, emails }: { person: Contact; emails: string[] }) {
  const { t } = useTranslation('people');
  const save = usePersonPatch(person.id);
  const reach = useReach();
  const label = t('field.emails');
  return (
    <Fact label={label} icon={IconMail}>
      <InlineForm
        label={label}
        value={emails}
        empty={t('records:edit.addValue', { field: label.toLocaleLowerCase() })}
        onSave={(draft) => {
          const wanted = draft.map((line) => line.trim()).filter(Boolean);
          const patch = { emails: wanted };
          return save({ label, patch, show: (record) => record.emails?.join(', ') ?? null });
        }}
        fields={(draft, set, errorAt) => (
          <ListFields
            label={label}
            type="email"
            value={draft}
            onChange={set}
            errorAt={(index) => errorAt(`emails.${index}`)}
          />
        )}
      >
        {emails.length > 0 &&
          emails.map((email) => (
            <LinkLine
              key={email}
              href={`mailto:${email}`}
              value={email}
              onFollow={() => void reach(person, 'email', `mailto:${email}`)}
            >
              {email}
            </LinkLine>
          ))}
      </InlineForm>
    </Fact>
  );
}

function Phones({ person, phones }: { person: Contact; phones: string[] }) {
  const { t } = useTranslation('people');
  const save = usePersonPatch(person.id);
  const reach = useReach();
  const label = t('field.phones');
  return (
    <Fact label={label} icon={IconPhone}>
      <InlineForm
        label={label}
        value={phones.map(formatPhone)}
        empty={t('records:edit.addValue', { field: label.toLocaleLowerCase() })}
        check={(draft) =>
          draft.every((line) => !line.trim() || normalisePhone(line)) ? null : t('records:error.phone')
        }
        onSave={(draft) => {
          const wanted = draft.flatMap((line) => normalisePhone(line) ?? []);
          return save({
            label,
            patch: { phones: wanted },
            show: (record) => record.phones?.map(formatPhone).join(', ') ?? null,
          });
        }}
        fields={(draft, set, errorAt) => (
          <ListFields
            label={label}
            type="tel"
            value={draft}
            onChange={set}
            errorAt={(index) => errorAt(`phones.${index}`)}
          />
        )}
      >
        {phones.length > 0 &&
          phones.map((phone) => (
            <LinkLine
              key={phone}
              href={`tel:${phone}`}
              value={phone}
              onFollow={() => void reach(person, 'phone', `tel:${phone}`)}
            >
              {formatPhone(phone)}
            </LinkLine>
          ))}
      </InlineForm>
    </Fact>
  );
}
