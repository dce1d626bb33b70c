import { Select, TagsInput, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Language, NewContact } from '../../api/model.js';
import { usersQuery } from '../../api/queries.js';
import { languages } from '../../i18n/index.js';
import { ListFields } from '../records/facts/ListFields.js';
import classes from '../records/MoreFields.module.css';

/** What the short form of a new person leaves out. */
export interface PersonExtras {
  department: string;
  areaOfResponsibility: string;
  language: Language | null;
  /** Null: whoever adds the person. */
  ownerId: string | null;
  otherEmails: string[];
  otherPhones: string[];
  authorisations: string[];
  interests: string[];
}

export const noPersonExtras: PersonExtras = {
  department: '',
  areaOfResponsibility: '',
  language: null,
  ownerId: null,
  otherEmails: [],
  otherPhones: [],
  authorisations: [],
  interests: [],
};

/** The extras as sent, the first e-mail address and phone number before the others. */
export function personExtrasRequest(extras: PersonExtras, email: string, phone: string): Partial<NewContact> {
  const filled = (lines: string[]) => lines.map((line) => line.trim()).filter(Boolean);
  return {
    department: extras.department.trim() || null,
    areaOfResponsibility: extras.areaOfResponsibility.trim() || null,
    language: extras.language,
    ...(extras.ownerId ? { ownerId: extras.ownerId } : {}),
    emails: filled([email, ...extras.otherEmails]),
    phones: filled([phone, ...extras.otherPhones]),
    authorisations: extras.authorisations,
    interests: extras.interests,
  };
}

interface Props {
  values: PersonExtras;
  set<Field extends keyof PersonExtras>(this: void, field: Field, value: PersonExtras[Field]): void;
  errors: Partial<Record<keyof PersonExtras, string>>;
}

/** The rest of a person's fields. */
export function MorePersonFields({ values, set, errors }: Props) {
  const { t } = useTranslation('people');
  const users = useQuery(usersQuery).data?.items ?? [];
  const text = (field: 'areaOfResponsibility' | 'department') => (
    <TextInput
      label={t(`field.${field}`)}
      autoComplete="off"
      value={values[field]}
      error={errors[field]}
      onChange={(event) => set(field, event.currentTarget.value)}
    />
  );
  const tags = (field: 'authorisations' | 'interests') => (
    <TagsInput
      label={t(`field.${field}`)}
      description={t('tagHint')}
      value={values[field]}
      error={errors[field]}
      acceptValueOnBlur
      onChange={(value) => set(field, value)}
    />
  );
  return (
    <>
      <div className={classes.pair}>
        {text('areaOfResponsibility')}
        {text('department')}
      </div>
      <div className={classes.pair}>
        <Select
          label={t('field.language')}
          data={languages.map((value) => ({ value, label: t(`common:language.${value}`) }))}
          value={values.language}
          clearable
          onChange={(language) => set('language', language)}
        />
        <Select
          label={t('field.ownerId')}
          placeholder={t('records:list.me')}
          data={users.filter(({ active }) => active).map(({ id, name }) => ({ value: id, label: name }))}
          value={values.ownerId}
          clearable
          onChange={(ownerId) => set('ownerId', ownerId)}
        />
      </div>
      <div className={classes.pair}>
        <ListFields
          label={t('field.otherEmails')}
          type="email"
          value={values.otherEmails}
          onChange={(lines) => set('otherEmails', lines)}
        />
        <ListFields
          label={t('field.otherPhones')}
          type="tel"
          value={values.otherPhones}
          onChange={(lines) => set('otherPhones', lines)}
        />
      </div>
      {tags('authorisations')}
      {tags('interests')}
    </>
  );
}
