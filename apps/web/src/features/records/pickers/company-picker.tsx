import { CloseButton, Combobox, TextInput, useCombobox } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ref } from '../../../api/model.js';
import { useTypeAhead } from './use-type-ahead.js';
import classes from './picker.module.css';

interface Props {
  label: string;
  hideLabel?: boolean;
  value: Ref | null;
  onChange: (company: Ref | null) => void;
  /** Given, the list ends with “Add …”: called with the typed name. */
  onCreate?: (name: string) => void;
  error?: string | undefined;
  autoFocus?: boolean;
  onBlur?: () => void;
}

const create = '+';

/** Finds one company by typing. The chosen one is shown by name; emptying the field chooses none. */
export function CompanyPicker(props: Props) {
  const { t } = useTranslation('records');
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [typed, setTyped] = useState<string | null>(null);
  const words = typed ?? '';
  const { hits, isPending } = useTypeAhead(words, 'company');
  const choose = (value: string) => {
    const hit = hits.find(({ id }) => id === value);
    if (hit) props.onChange({ id: hit.id, name: hit.title });
    else if (value === create) props.onCreate?.(words.trim());
    setTyped(null);
    combobox.closeDropdown();
  };
  return (
    <Combobox store={combobox} onOptionSubmit={choose} withinPortal>
      <Combobox.Target>
        <TextInput
          label={props.hideLabel ? undefined : props.label}
          aria-label={props.hideLabel ? props.label : undefined}
          placeholder={t('picker.search')}
          value={typed ?? props.value?.name ?? ''}
          error={props.error}
          data-autofocus={props.autoFocus || undefined}
          autoFocus={props.autoFocus}
          autoComplete="off"
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            if (event.currentTarget.value === '') props.onChange(null);
            combobox.openDropdown();
            combobox.updateSelectedOptionIndex();
          }}
          onFocus={(event) => event.currentTarget.select()}
          onBlur={() => {
            setTyped(null);
            combobox.closeDropdown();
            props.onBlur?.();
          }}
          rightSection={
            props.value ? (
              <CloseButton
                size="sm"
                aria-label={t('picker.clear')}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => {
                  setTyped(null);
                  props.onChange(null);
                }}
              />
            ) : null
          }
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={words.trim() === ''}>
        <Combobox.Options>
          {hits.map((hit) => (
            <Combobox.Option key={hit.id} value={hit.id}>
              <span className={classes.title}>{hit.title}</span>
              {hit.subtitle && <span className={classes.subtitle}>{hit.subtitle}</span>}
            </Combobox.Option>
          ))}
          {hits.length === 0 && (
            <Combobox.Empty>{isPending ? t('list.loading') : t('picker.nothing')}</Combobox.Empty>
          )}
          {props.onCreate && words.trim() !== '' && (
            <Combobox.Option value={create}>{t('picker.create', { name: words.trim() })}</Combobox.Option>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
