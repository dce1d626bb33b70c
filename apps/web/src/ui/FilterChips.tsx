import { Button, Menu, Popover } from '@mantine/core';
import { IconFilter, IconX } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './FilterChips.module.css';

interface FilterBase {
  /** The name in the URL and the API. */
  key: string;
  label: string;
}
/** One of a few values. */
export interface ChoiceFilter extends FilterBase {
  options: { value: string; label: string }[];
}
/** A value that is typed or searched for. */
export interface EditorFilter extends FilterBase {
  /** How a value reads on the chip. */
  show: (value: string) => string;
  /** Instead of `show`, where the value must be fetched to be read. */
  chip?: (value: string) => ReactNode;
  /** The control in the chip's popover. */
  editor: (value: string | undefined, apply: (value: string | undefined) => void) => ReactNode;
}
export type Filter = ChoiceFilter | EditorFilter;

interface FilterChipsProps {
  filters: Filter[];
  /** The chosen value by filter key; absent means not filtered. */
  values: Partial<Record<string, string>>;
  onChange: (key: string, value: string | undefined) => void;
}

/** The filter bar: a chip for each filter in use ("Status: customer ×") and one button that adds another. */
export function FilterChips({ filters, values, onChange }: FilterChipsProps) {
  const { t } = useTranslation();
  const [editing, setEditing] = useState<string | null>(null);
  const isUsed = (filter: Filter) => values[filter.key] !== undefined || filter.key === editing;
  const used = filters.filter(isUsed);
  const unused = filters.filter((filter) => !isUsed(filter));
  const apply = (key: string, value: string | undefined) => {
    setEditing(null);
    onChange(key, value);
  };
  return (
    <div className={classes.bar} role="group" aria-label={t('list.filters')}>
      {used.map((filter) => (
        <UsedFilter
          key={filter.key}
          filter={filter}
          value={values[filter.key]}
          isEditing={filter.key === editing}
          setEditing={(on) => setEditing(on ? filter.key : null)}
          onChange={(value) => apply(filter.key, value)}
        />
      ))}
      {unused.length > 0 && <AddFilter filters={unused} onChange={apply} onEdit={setEditing} />}
      {used.length > 1 && (
        <button
          type="button"
          className={classes.clear}
          onClick={() => used.forEach((filter) => apply(filter.key, undefined))}
        >
          {t('list.clearFilters')}
        </button>
      )}
    </div>
  );
}

interface UsedFilterProps {
  filter: Filter;
  value: string | undefined;
  isEditing: boolean;
  setEditing: (on: boolean) => void;
  onChange: (value: string | undefined) => void;
}

function UsedFilter({ filter, value, isEditing, setEditing, onChange }: UsedFilterProps) {
  const { t } = useTranslation();
  const shown =
    value === undefined
      ? ''
      : 'options' in filter
        ? (filter.options.find((option) => option.value === value)?.label ?? value)
        : filter.show(value);
  const chip = (
    <button type="button" className={classes.choice} onClick={() => setEditing(!isEditing)}>
      <span className={classes.label}>{filter.label}</span>{' '}
      {value !== undefined && 'editor' in filter && filter.chip ? filter.chip(value) : shown || '…'}
    </button>
  );
  return (
    <span className={classes.used}>
      {'options' in filter ? (
        <Menu position="bottom-start">
          <Menu.Target>{chip}</Menu.Target>
          <Menu.Dropdown className={classes.dropdown}>
            <Options filter={filter} onChange={onChange} />
          </Menu.Dropdown>
        </Menu>
      ) : (
        <Popover
          opened={isEditing}
          onChange={setEditing}
          position="bottom-start"
          trapFocus
          returnFocus
          shadow="md"
        >
          <Popover.Target>{chip}</Popover.Target>
          <Popover.Dropdown className={classes.editor} aria-label={filter.label}>
            {filter.editor(value, onChange)}
          </Popover.Dropdown>
        </Popover>
      )}
      <button
        type="button"
        className={classes.remove}
        aria-label={t('list.removeFilter', { filter: `${filter.label}: ${shown}` })}
        onClick={() => onChange(undefined)}
      >
        <IconX size={12} aria-hidden />
      </button>
    </span>
  );
}

function Options({ filter, onChange }: { filter: ChoiceFilter; onChange: (value: string) => void }) {
  return filter.options.map((option) => (
    <Menu.Item key={option.value} onClick={() => onChange(option.value)}>
      {option.label}
    </Menu.Item>
  ));
}

interface AddFilterProps {
  filters: Filter[];
  onChange: (key: string, value: string) => void;
  onEdit: (key: string) => void;
}

function AddFilter({ filters, onChange, onEdit }: AddFilterProps) {
  const { t } = useTranslation();
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          leftSection={<IconFilter size={14} stroke={1.7} aria-hidden />}
        >
          {t('list.addFilter')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {filters.map((filter) =>
          'options' in filter ? (
            <Menu.Sub key={filter.key}>
              <Menu.Sub.Target>
                <Menu.Sub.Item>{filter.label}</Menu.Sub.Item>
              </Menu.Sub.Target>
              <Menu.Sub.Dropdown className={classes.dropdown}>
                <Options filter={filter} onChange={(value) => onChange(filter.key, value)} />
              </Menu.Sub.Dropdown>
            </Menu.Sub>
          ) : (
            <Menu.Item key={filter.key} onClick={() => onEdit(filter.key)}>
              {filter.label}
            </Menu.Item>
          ),
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
