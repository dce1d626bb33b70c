import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Contact, ContactPatch, Language } from '../../api/model.js';
import { usersQuery } from '../../api/queries.js';
import { formatDate } from '../../i18n/format.js';
import { languages } from '../../i18n/index.js';
import { InlineSelect, InlineText, RelativeTime } from '../../ui/index.js';
import { Fact, Facts, FactText } from '../records/facts/Fact.js';
import { InlineCompany } from '../records/facts/InlineCompany.js';
import { InlineTags } from '../records/facts/InlineTags.js';
import { EarlierEmployers } from './EarlierEmployers.js';
import { usePersonPatch } from './use-person.js';
import classes from './PersonFacts.module.css';

type TextKey = 'title' | 'department' | 'areaOfResponsibility';

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
