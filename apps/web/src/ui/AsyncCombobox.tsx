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
  /** Offers to make a new one of what was typed. */
  create?: { label: (typed: string) => string; onCreate: (typed: string) => void };
  autoFocus?: boolean;
  required?: boolean;
}

/** A text input with suggestions from the server. Typing something else takes the choice back. */
export function AsyncCombobox({ value, onChange, search, create, ...input }: AsyncComboboxProps) {
  const { t } = useTranslation();
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [text, setText] = useState(value?.label ?? '');
  const [q] = useDebouncedValue(text.trim(), 140);
  useEffect(() => setText(value?.label ?? ''), [value?.value, value?.label]);

  const isSearching = q.length > 0 && q !== value?.label;
  const found = useQuery({
    queryKey: ['combobox', search.name, q],
    queryFn: ({ signal }) => search.find(q, signal),
    enabled: isSearching,
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  });
  const options = isSearching ? (found.data ?? []) : [];
  // Enter takes the first one as soon as there is one.
  const first = options[0]?.value;
  useEffect(() => {
    if (first !== undefined) combobox.selectFirstOption();
  }, [first]);
  const canCreate = create && isSearching && !options.some((o) => o.label.toLowerCase() === q.toLowerCase());

  function choose(chosen: string): void {
    combobox.closeDropdown();
    if (chosen === createValue) return create?.onCreate(q);
    onChange(options.find((option) => option.value === chosen) ?? null);
  }

  return (
    <Combobox store={combobox} onOptionSubmit={choose} withinPortal>
      <Combobox.Target>
        <TextInput
          {...input}
          autoComplete="off"
          value={text}
          rightSection={found.isFetching ? <Loader size={14} color="gray" /> : null}
          onChange={(event) => {
            setText(event.currentTarget.value);
            if (value) onChange(null);
            combobox.openDropdown();
            combobox.selectFirstOption();
          }}
          onBlur={() => combobox.closeDropdown()}
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
          {canCreate && <Combobox.Option value={createValue}>{create.label(q)}</Combobox.Option>}
          {options.length === 0 && !canCreate && <Combobox.Empty>{t('state.nothingFound')}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

const createValue = '\u0000create';
