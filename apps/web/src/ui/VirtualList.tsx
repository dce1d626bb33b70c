import { useMediaQuery } from '@mantine/hooks';
import { Link, type LinkProps } from '@tanstack/react-router';
import { useWindowVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useListKeys } from './use-list-keys.js';
import classes from './VirtualList.module.css';

export interface Column<Row> {
  key: string;
  header: string;
  /** A CSS grid track: `minmax(10rem, 2fr)`, `7rem`. */
  width: string;
  render: (row: Row) => ReactNode;
  /** The name this column sorts by in the API. */
  sortKey?: string;
  align?: 'end';
  /** On the phone's card: without its column name, where the value speaks for itself. */
  plain?: boolean;
  /** Whether the card leaves this fact out for this row, because it is empty. */
  isEmpty?: (row: Row) => boolean;
}

export interface VirtualListProps<Row> {
  /** What the list holds, for screen readers. */
  label: string;
  rows: Row[];
  /** The first column is the row's name and its link. */
  columns: Column<Row>[];
  rowKey: (row: Row) => string;
  /** Where a row leads. */
  link: (row: Row) => Pick<LinkProps, 'to' | 'params' | 'search'>;
  /** The number of all rows when known, for screen readers. */
  total?: number | null;
  /** `name` or `-name`. */
  sort?: string;
  onSort?: (sort: string) => void;
  /** Called when the last rows come near. */
  onEnd?: () => void;
}

/**
 * A long list: rows of 36 px under a sticky head on a desk, cards with the same facts on a phone.
 * Only what is on screen is in the page. j and k move, Enter opens.
 */
export function VirtualList<Row>(props: VirtualListProps<Row>) {
  const { rows, columns, rowKey, onEnd } = props;
  const isPhone = useMediaQuery('(max-width: 47.99em)', false, { getInitialValueInEffect: false }) ?? false;
  const box = useRef<HTMLDivElement>(null);
  const [offset, setOffset] = useState(0);
  useLayoutEffect(() => {
    const top = (box.current?.getBoundingClientRect().top ?? 0) + window.scrollY;
    setOffset(top);
  }, [isPhone]);

  const virtualizer = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => (isPhone ? 92 : 36),
    overscan: 12,
    scrollMargin: offset,
    scrollPaddingStart: 96,
    scrollPaddingEnd: 72,
    getItemKey: (index) => rowKey(rows[index] as Row),
  });
  const items = virtualizer.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (rows.length > 0 && last >= rows.length - 20) onEnd?.();
  }, [last, rows.length, onEnd]);
  useListKeys(box, rows.length, (index) => virtualizer.scrollToIndex(index));

  return (
    <div
      className={classes.table}
      role="table"
      aria-label={props.label}
      aria-rowcount={(props.total ?? rows.length) + 1}
      data-cards={isPhone || undefined}
      style={{ '--columns': columns.map((column) => column.width).join(' ') } as React.CSSProperties}
    >
      <Head {...props} />
      <div ref={box} role="rowgroup" className={classes.body} style={{ height: virtualizer.getTotalSize() }}>
        {items.map((item) => (
          <Row
            key={item.key}
            list={props}
            item={item}
            top={item.start - offset}
            measure={isPhone ? virtualizer.measureElement : undefined}
          />
        ))}
      </div>
    </div>
  );
}

function Head<Row>({ columns, sort, onSort }: VirtualListProps<Row>) {
  const { t } = useTranslation();
  return (
    <div role="rowgroup" className={classes.head}>
      <div role="row" aria-rowindex={1} className={classes.headRow}>
        {columns.map((column) => {
          const direction =
            sort === column.sortKey ? 'ascending' : sort === `-${column.sortKey}` ? 'descending' : undefined;
          const canSort = column.sortKey !== undefined && onSort !== undefined;
          return (
            <div
              key={column.key}
              role="columnheader"
              className={classes.headCell}
              data-align={column.align}
              aria-sort={canSort ? (direction ?? 'none') : undefined}
            >
              {canSort ? (
                <button
                  type="button"
                  className={classes.sort}
                  title={t('list.sortBy', { column: column.header })}
                  onClick={() => onSort(direction === 'ascending' ? `-${column.sortKey}` : (column.sortKey ?? ''))}
                >
                  {column.header}
                  {direction === 'ascending' && <IconArrowUp size={12} aria-hidden />}
                  {direction === 'descending' && <IconArrowDown size={12} aria-hidden />}
                </button>
              ) : (
                column.header
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

interface RowProps<R> {
  list: VirtualListProps<R>;
  item: VirtualItem;
  top: number;
  measure?: ((element: HTMLElement | null) => void) | undefined;
}

function Row<R>({ list, item, top, measure }: RowProps<R>) {
  const row = list.rows[item.index] as R;
  return (
    <div
      ref={measure}
      role="row"
      aria-rowindex={item.index + 2}
      data-index={item.index}
      className={classes.row}
      style={{ transform: `translateY(${top}px)` }}
    >
      {list.columns.map((column, index) => (
        <div
          key={column.key}
          role="cell"
          className={classes.cell}
          data-align={column.align}
          data-empty={column.isEmpty?.(row) || undefined}
        >
          {index > 0 && !column.plain && <span className={classes.cardLabel}>{column.header}</span>}
          {index === 0 ? (
            <Link {...list.link(row)} className={classes.link} data-row-link={item.index}>
              {column.render(row)}
            </Link>
          ) : (
            column.render(row)
          )}
        </div>
      ))}
    </div>
  );
}
