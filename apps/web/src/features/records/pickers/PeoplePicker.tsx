import { Combobox, Pill, PillsInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ref } from '../../../api/model.js';
import { searchQuery } from '../../../api/queries.js';
import classes from './Picker.module.css';

interface Props {
  label: string;
  value: Ref[];
  onChange: (people: Ref[]) => void;
  kind?: 'contact' | 'company';
}

/** Finds several people, or companies, by typing; Backspace in the empty field takes the last one away. */
export function PeoplePicker({ label, value, onChange, kind = 'contact' }: Props) {
  const { t } = useTranslation();
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [words, setWords] = useState('');
  const [settled] = useDebouncedValue(words.trim(), 140);
  const found = useQuery({ ...searchQuery(settled, kind), placeholderData: keepPreviousData });
  const offered = (settled ? (found.data?.items ?? []) : []).filter(
    ({ id }) => !value.some((chosen) => chosen.id === id),
  );
  const choose = (id: string) => {
    const hit = offered.find((candidate) => candidate.id === id);
    if (hit) onChange([...value, { id: hit.id, name: hit.title }]);
    setWords('');
  };
  return (
    <Combobox store={combobox} onOptionSubmit={choose}>
      <Combobox.DropdownTarget>
        <PillsInput label={label} size="sm">
          <Pill.Group>
            {value.map((person) => (
              <Pill
                key={person.id}
                withRemoveButton
                removeButtonProps={{
                  'aria-label': `${t('action.remove')}: ${person.name}`,
                  'aria-hidden': false,
                }}
                onRemove={() => onChange(value.filter(({ id }) => id !== person.id))}
              >
                {person.name}
              </Pill>
            ))}
            <Combobox.EventsTarget>
              <PillsInput.Field
                aria-label={label}
                placeholder={value.length === 0 ? t('state.typeToSearch') : ''}
                value={words}
                autoComplete="off"
                onChange={(event) => {
                  setWords(event.currentTarget.value);
                  combobox.openDropdown();
                  combobox.selectFirstOption();
                }}
                onBlur={() => combobox.closeDropdown()}
                onKeyDown={(event) => {
                  if (event.key === 'Backspace' && words === '') onChange(value.slice(0, -1));
                }}
              />
            </Combobox.EventsTarget>
          </Pill.Group>
        </PillsInput>
      </Combobox.DropdownTarget>
      <Combobox.Dropdown hidden={settled === ''}>
        <Combobox.Options>
          {offered.map((hit) => (
            <Combobox.Option key={hit.id} value={hit.id}>
              <span className={classes.title}>{hit.title}</span>
              {hit.subtitle && <span className={classes.subtitle}>{hit.subtitle}</span>}
            </Combobox.Option>
          ))}
          {offered.length === 0 && !found.isFetching && (
            <Combobox.Empty>{t('state.nothingFound')}</Combobox.Empty>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
