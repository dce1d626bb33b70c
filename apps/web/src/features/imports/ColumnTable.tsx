import { Select } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ImportColumn } from '../../api/model.js';
import { isFree, type Mapping, type Target, targetGroups } from './targets.js';
import classes from './ColumnTable.module.css';

interface Props {
  columns: ImportColumn[];
  mapping: Mapping;
  onChange: (mapping: Mapping) => void;
}

const leftOut = '-';

/** Each column of the file with some of its values, and the field it becomes. */
export function ColumnTable({ columns, mapping, onChange }: Props) {
  const { t } = useTranslation('imports');
  const mapped = Object.values(mapping).filter(Boolean).length;
  return (
    <>
      <div className={classes.head} aria-hidden>
        <span>{t('columns.file')}</span>
        <span>{t('columns.becomes')}</span>
      </div>
      <ul className={classes.table}>
        {columns.map((column) => (
          <ColumnRow
            key={column.index}
            column={column}
            mapping={mapping}
            onTarget={(target) => onChange({ ...mapping, [column.index]: target })}
          />
        ))}
      </ul>
      <p className={classes.count} role="status">
        {t('columns.mapped', { mapped, count: columns.length })}
      </p>
    </>
  );
}

interface RowProps {
  column: ImportColumn;
  mapping: Mapping;
  onTarget: (target: Target | null) => void;
}

function ColumnRow({ column, mapping, onTarget }: RowProps) {
  const { t } = useTranslation('imports');
  const target = mapping[column.index] ?? null;
  const name = column.header || t('columns.noHeading', { number: column.index + 1 });
  const samples = column.samples.filter(Boolean);
  return (
    <li className={classes.row} data-out={target === null || undefined}>
      <div className={classes.column}>
        <span className={classes.header}>{name}</span>
        <span className={classes.samples}>{samples.join(' · ') || t('columns.noSamples')}</span>
      </div>
      <IconArrowRight className={classes.arrow} size={15} stroke={1.6} aria-hidden />
      <Select
        className={classes.target}
        aria-label={`${name}: ${t('columns.becomes')}`}
        value={target ?? leftOut}
        searchable
        allowDeselect={false}
        maxDropdownHeight={380}
        data={[
          { value: leftOut, label: t('columns.leftOut') },
          ...targetGroups.map(({ key, targets }) => ({
            group: t(`group.${key}`),
            items: targets.map((value) => ({
              value,
              label: t(`target.${value}`),
              disabled: !isFree(mapping, column.index, value),
            })),
          })),
        ]}
        onChange={(value) => onTarget(value === leftOut ? null : value)}
      />
    </li>
  );
}
