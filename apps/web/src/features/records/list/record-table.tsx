import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { nextSort, sortDirection, type Column } from './columns.js';
import { useRowKeys } from './use-row-keys.js';
import classes from './record-table.module.css';

const rowHeight = 36;

export interface RecordRows<T> {
  rows: T[];
  /** Of all that match, not of what is loaded; null when the server did not count. */
  total: number | null;
  hasMore: boolean;
  loadMore: () => void;
}

interface Props<T> extends RecordRows<T> {
  label: string;
  namespace: 'people' | 'companies';
  columns: Column<T>[];
  sort: string | undefined;
  onSort: (sort: string) => void;
}

/** A virtualised table: rows of 36 px, heading row and first column stay in sight, j/k move between the rows' links. */
export function RecordTable<T extends { id: string }>(props: Props<T>) {
  const { rows, columns, total, hasMore, loadMore } = props;
  const { t } = useTranslation(props.namespace);
  const scroll = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 14,
    scrollMargin: rowHeight,
    scrollPaddingStart: rowHeight,
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && last >= rows.length - 30) loadMore();
  }, [hasMore, last, rows.length, loadMore]);
  useRowKeys(scroll, rows.length, (index) => virtual.scrollToIndex(index));

  const grid = { '--columns': columns.map(({ width }) => `${width}px`).join(' ') } as CSSProperties;
  return (
    <div ref={scroll} className={classes.scroll}>
      <div
        role="table"
        aria-label={props.label}
        aria-rowcount={total === null ? -1 : total + 1}
        className={classes.table}
        style={grid}
      >
        <div role="rowgroup" className={classes.head}>
          <div role="row" aria-rowindex={1} className={classes.row}>
            {columns.map((column) => (
              <Heading
                key={column.key}
                column={column}
                label={t(`field.${column.key}`)}
                sort={props.sort}
                onSort={props.onSort}
              />
            ))}
          </div>
        </div>
        <div role="rowgroup" className={classes.body} style={{ height: virtual.getTotalSize() }}>
          {items.map(({ index, key, start }) => {
            const row = rows[index];
            return row ? (
              <div
                key={key}
                role="row"
                aria-rowindex={index + 2}
                data-row={index}
                className={classes.row}
                style={{ transform: `translateY(${start - rowHeight}px)` }}
              >
                {columns.map((column) => (
                  <div key={column.key} role="cell" className={classes.cell} data-numeric={column.numeric || undefined}>
                    {column.cell(row)}
                  </div>
                ))}
              </div>
            ) : null;
          })}
        </div>
      </div>
    </div>
  );
}

function Heading<T>(props: {
  column: Column<T>;
  label: string;
  sort: string | undefined;
  onSort: (sort: string) => void;
}) {
  const { column, label } = props;
  const { t } = useTranslation('records');
  const direction = sortDirection(props.sort, column.sort);
  const sort = column.sort;
  return (
    <div
      role="columnheader"
      aria-sort={sort ? direction : undefined}
      className={classes.heading}
      data-numeric={column.numeric || undefined}
    >
      {sort ? (
        <button
          type="button"
          className={classes.sort}
          title={t('list.sortBy', { column: label })}
          onClick={() => props.onSort(nextSort(props.sort, sort))}
        >
          <span>{label}</span>
          {direction === 'ascending' && <IconArrowUp size={13} aria-hidden />}
          {direction === 'descending' && <IconArrowDown size={13} aria-hidden />}
        </button>
      ) : (
        label
      )}
    </div>
  );
}
