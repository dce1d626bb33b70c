import { Combobox, Loader, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './AsyncCombobox.module.css';

export interface AsyncOption {
  value: string;
  label: string;
  /** A second, quieter line part: the company of a person, the town of a company. */
  hint?: string | null;
}

interface AsyncComboboxProps {
  label: string;
  placeholder?: string;
  description?: ReactNode;
  error?: ReactNode;
  /** What is chosen; null is nothing. */
  value: AsyncOption | null;
  onChange: (option: AsyncOption | null) => void;
  /** Finds options; `signal` is aborted when the words have changed. `name` tells searches apart in the cache. */
  search: { name: string; find: (q: string, signal: AbortSignal) => Promise<AsyncOption[]> };
  /** How a new one of what was typed is offered. With it, text that was not chosen is itself the choice: {@link newOption}. */
  createLabel?: (typed: string) => string;
  autoFocus?: boolean;
  required?: boolean;
}

/** The `value` of an option that is not on the server yet; its label is what was typed. */
export const newOption = 'new';

/** A text input with suggestions from the server. Typing something else takes the choice back. */
export function AsyncCombobox({ value, onChange, search, createLabel, ...input }: AsyncComboboxProps) {
  const { t } = useTranslation();
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [text, setText] = useState(value?.label ?? '');
  const [q] = useDebouncedValue(text.trim(), 140);
  const isChosen = value !== null && value.value !== newOption;
  useEffect(() => setText(value?.label ?? ''), [value?.value, value?.label]);

  const isSearching = q.length > 0 && !(isChosen && q === value.label);
  const found = useQuery({
    queryKey: ['combobox', search.name, q],
    queryFn: ({ signal }) => search.find(q, signal),
    enabled: isSearching,
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  });
  const options = isSearching ? (found.data ?? []) : [];
  const isSame = (option: AsyncOption) => option.label.toLowerCase() === text.trim().toLowerCase();
  const canCreate = createLabel !== undefined && isSearching && !options.some(isSame);
  // Enter takes the first one as soon as there is one.
  const first = options[0]?.value ?? (canCreate ? newOption : undefined);
  useEffect(() => {
    if (first !== undefined) combobox.selectFirstOption();
  }, [first]);

  function choose(chosen: string): void {
    combobox.closeDropdown();
    if (chosen !== newOption) onChange(options.find((option) => option.value === chosen) ?? null);
  }
  function type(typed: string): void {
    setText(typed);
    const label = typed.trim();
    if (createLabel) onChange(label ? { value: newOption, label: typed } : null);
    else if (value) onChange(null);
    combobox.openDropdown();
    combobox.selectFirstOption();
  }
  /** Leaving it: text that names an option is that option; other text is something new, or nothing. */
  function leave(): void {
    combobox.closeDropdown();
    const named = isChosen ? undefined : options.find(isSame);
    if (named) onChange(named);
    else if (!value) setText('');
  }

  return (
    <Combobox store={combobox} onOptionSubmit={choose} withinPortal>
      <Combobox.Target>
        <TextInput
          {...input}
          // A description that comes while typing must not push the input down.
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          autoComplete="off"
          value={text}
          rightSection={found.isFetching ? <Loader size={14} color="gray" /> : null}
          onChange={(event) => type(event.currentTarget.value)}
          onBlur={leave}
          onKeyDown={(event) => {
            // Enter belongs to the suggestions, even when they have not come yet; it does not send the form.
            const isOpen = combobox.dropdownOpened || (text !== '' && !value);
            if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && isOpen) event.preventDefault();
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={!isSearching || (options.length === 0 && !canCreate && found.isFetching)}>
        <Combobox.Options aria-label={input.label}>
          {options.map((option) => (
            <Combobox.Option key={option.value} value={option.value}>
              <span className={classes.label}>{option.label}</span>
              {option.hint && <span className={classes.hint}>{option.hint}</span>}
            </Combobox.Option>
          ))}
          {canCreate && <Combobox.Option value={newOption}>{createLabel(q)}</Combobox.Option>}
          {options.length === 0 && !canCreate && <Combobox.Empty>{t('state.nothingFound')}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
