import { Select, type ComboboxItem, type OptionsFilter } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../../api/model.js';
import { industriesQuery } from '../../../api/queries.js';

interface Props {
  label: string;
  hideLabel?: boolean;
  value: string | null;
  onChange: (code: string | null) => void;
  error?: string | undefined;
  autoFocus?: boolean;
  opened?: boolean;
  onBlur?: () => void;
}

const plain = (text: string) => text.toLocaleLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

/** Every typed word must occur in the code or the name; ä matches a. */
const byWords: OptionsFilter = ({ options, search }) => {
  const words = plain(search).split(/\s+/).filter(Boolean);
  return (options as ComboboxItem[]).filter(({ label }) => {
    const text = plain(label);
    return words.every((word) => text.includes(word));
  });
};

/** TOL 2008 industries, in the reader's language, found by name or code. */
export function IndustryPicker(props: Props) {
  const { t, i18n } = useTranslation('companies');
  const { data } = useQuery(industriesQuery);
  const language = i18n.language as Language;
  const options = useMemo(
    () =>
      (data?.items ?? []).map((industry) => ({
        value: industry.code,
        label: `${industry.code} ${industry[language]}`,
      })),
    [data, language],
  );
  return (
    <Select
      label={props.hideLabel ? undefined : props.label}
      aria-label={props.hideLabel ? props.label : undefined}
      placeholder={t('industrySearch')}
      data={options}
      value={props.value}
      onChange={props.onChange}
      filter={byWords}
      limit={60}
      searchable
      clearable
      error={props.error}
      autoFocus={props.autoFocus}
      defaultDropdownOpened={props.opened}
      onBlur={props.onBlur}
      nothingFoundMessage={t('records:picker.nothing')}
      maxDropdownHeight={320}
    />
  );
}
