import { Combobox, Pill, PillsInput, useCombobox } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ref } from '../../../api/model.js';
import { useTypeAhead } from './use-type-ahead.js';
import classes from './picker.module.css';

interface Props {
  label: string;
  value: Ref[];
  onChange: (people: Ref[]) => void;
  error?: string | undefined;
}

/** Finds several people by typing; Backspace in the empty field takes the last one away. */
export function PeoplePicker({ label, value, onChange, error }: Props) {
  const { t } = useTranslation('records');
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [words, setWords] = useState('');
  const { hits, isPending } = useTypeAhead(words, 'contact');
  const offered = hits.filter(({ id }) => !value.some((chosen) => chosen.id === id));
  const choose = (id: string) => {
    const hit = offered.find((candidate) => candidate.id === id);
    if (hit) onChange([...value, { id: hit.id, name: hit.title }]);
    setWords('');
  };
  return (
    <Combobox store={combobox} onOptionSubmit={choose}>
      <Combobox.DropdownTarget>
        <PillsInput label={label} error={error} size="sm" onClick={() => combobox.openDropdown()}>
          <Pill.Group>
            {value.map((person) => (
              <Pill
                key={person.id}
                withRemoveButton
                removeButtonProps={{ 'aria-label': t('edit.removeValue', { value: person.name }), tabIndex: 0, 'aria-hidden': false }}
                onRemove={() => onChange(value.filter(({ id }) => id !== person.id))}
              >
                {person.name}
              </Pill>
            ))}
            <Combobox.EventsTarget>
              <PillsInput.Field
                aria-label={label}
                placeholder={value.length === 0 ? t('picker.search') : ''}
                value={words}
                autoComplete="off"
                onChange={(event) => {
                  setWords(event.currentTarget.value);
                  combobox.openDropdown();
                  combobox.updateSelectedOptionIndex();
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
      <Combobox.Dropdown hidden={words.trim() === ''}>
        <Combobox.Options>
          {offered.map((hit) => (
            <Combobox.Option key={hit.id} value={hit.id}>
              <span className={classes.title}>{hit.title}</span>
              {hit.subtitle && <span className={classes.subtitle}>{hit.subtitle}</span>}
            </Combobox.Option>
          ))}
          {offered.length === 0 && (
            <Combobox.Empty>{isPending ? t('list.loading') : t('picker.nothing')}</Combobox.Empty>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
