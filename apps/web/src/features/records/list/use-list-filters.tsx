import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { relationshipStatuses } from '../../../api/model.js';
import { usersQuery } from '../../../api/queries.js';
import { languages } from '../../../i18n/index.js';
import { useMe } from '../../../shell/use-me.js';
import type { ChoiceFilter, EditorFilter } from '../../../ui/index.js';

/** Owner is me / …: `me` stays `me` in the address, so that a shared link means its reader. */
export function useOwnerFilter(label: string): ChoiceFilter {
  const { t } = useTranslation('records');
  const me = useMe();
  const { data } = useQuery(usersQuery);
  const others = (data?.items ?? []).filter(({ id, active }) => active && id !== me.id);
  return {
    key: 'ownerId',
    label,
    options: [
      { value: 'me', label: t('list.me') },
      ...others.map(({ id, name }) => ({ value: id, label: name })),
    ],
  };
}

export function useStatusFilter(label: string): ChoiceFilter {
  const { t } = useTranslation();
  return {
    key: 'status',
    label,
    options: relationshipStatuses.map((value) => ({ value, label: t(`relationship.${value}`) })),
  };
}

export function useLanguageFilter(label: string): ChoiceFilter {
  const { t } = useTranslation();
  return {
    key: 'language',
    label,
    options: languages.map((value) => ({ value, label: t(`language.${value}`) })),
  };
}

export function useArchivedFilter(label: string): ChoiceFilter {
  const { t } = useTranslation('records');
  return { key: 'archived', label, options: [{ value: 'true', label: t('list.onlyThese') }] };
}

/** A value that is typed. */
export function textFilter(key: string, label: string): EditorFilter {
  return {
    key,
    label,
    show: (value) => value,
    editor: (value, apply) => <TextEditor label={label} value={value} apply={apply} />,
  };
}

function TextEditor(props: {
  label: string;
  value: string | undefined;
  apply: (value: string | undefined) => void;
}) {
  const { t } = useTranslation('records');
  const [text, setText] = useState(props.value ?? '');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        props.apply(text.trim() || undefined);
      }}
    >
      <TextInput
        label={props.label}
        value={text}
        data-autofocus
        onChange={(event) => setText(event.currentTarget.value)}
        rightSectionWidth="auto"
        rightSection={
          <Button type="submit" size="compact-xs" variant="light" mr={6}>
            {t('list.apply')}
          </Button>
        }
      />
    </form>
  );
}
