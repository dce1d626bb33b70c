import { Button, Menu } from '@mantine/core';
import { IconFilter, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './FilterChips.module.css';

export interface Filter {
  /** The name in the URL and the API. */
  key: string;
  label: string;
  options: { value: string; label: string }[];
}

interface FilterChipsProps {
  filters: Filter[];
  /** The chosen option by filter key; absent means not filtered. */
  values: Partial<Record<string, string>>;
  onChange: (key: string, value: string | undefined) => void;
}

/** The filter bar: a chip for each filter in use ("Status: customer ×") and one button that adds another. */
export function FilterChips({ filters, values, onChange }: FilterChipsProps) {
  const { t } = useTranslation();
  const used = filters.filter((filter) => values[filter.key] !== undefined);
  const unused = filters.filter((filter) => values[filter.key] === undefined);
  return (
    <div className={classes.bar} role="group" aria-label={t('list.filters')}>
      {used.map((filter) => (
        <UsedFilter key={filter.key} filter={filter} value={values[filter.key]} onChange={onChange} />
      ))}
      {unused.length > 0 && <AddFilter filters={unused} onChange={onChange} />}
      {used.length > 1 && (
        <button
          type="button"
          className={classes.clear}
          onClick={() => used.forEach((filter) => onChange(filter.key, undefined))}
        >
          {t('list.clearFilters')}
        </button>
      )}
    </div>
  );
}

interface UsedFilterProps extends Pick<FilterChipsProps, 'onChange'> {
  filter: Filter;
  value: string | undefined;
}

function UsedFilter({ filter, value, onChange }: UsedFilterProps) {
  const { t } = useTranslation();
  const shown = filter.options.find((option) => option.value === value)?.label ?? value;
  return (
    <span className={classes.used}>
      <Menu position="bottom-start">
        <Menu.Target>
          <button type="button" className={classes.choice}>
            <span className={classes.label}>{filter.label}</span> {shown}
          </button>
        </Menu.Target>
        <Options filter={filter} onChange={onChange} />
      </Menu>
      <button
        type="button"
        className={classes.remove}
        aria-label={t('list.removeFilter', { filter: `${filter.label}: ${shown}` })}
        onClick={() => onChange(filter.key, undefined)}
      >
        <IconX size={12} aria-hidden />
      </button>
    </span>
  );
}

function Options({ filter, onChange }: Pick<UsedFilterProps, 'filter' | 'onChange'>) {
  return (
    <Menu.Dropdown className={classes.dropdown}>
      {filter.options.map((option) => (
        <Menu.Item key={option.value} onClick={() => onChange(filter.key, option.value)}>
          {option.label}
        </Menu.Item>
      ))}
    </Menu.Dropdown>
  );
}

function AddFilter({ filters, onChange }: Pick<FilterChipsProps, 'filters' | 'onChange'>) {
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
        {filters.map((filter) => (
          <Menu.Sub key={filter.key}>
            <Menu.Sub.Target>
              <Menu.Sub.Item>{filter.label}</Menu.Sub.Item>
            </Menu.Sub.Target>
            <Menu.Sub.Dropdown className={classes.dropdown}>
              {filter.options.map((option) => (
                <Menu.Item key={option.value} onClick={() => onChange(filter.key, option.value)}>
                  {option.label}
                </Menu.Item>
              ))}
            </Menu.Sub.Dropdown>
          </Menu.Sub>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
