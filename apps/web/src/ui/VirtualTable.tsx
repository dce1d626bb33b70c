import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, type MouseEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { resizeHandle, useColumnWidths } from './use-column-widths.js';
import { useListKeys } from './use-list-keys.js';
import type { Column, VirtualListProps } from './VirtualList.js';
import classes from './VirtualTable.module.css';

const rowHeight = 36;
const headHeight = 32;

/** The list on a desk: a table in a box that scrolls both ways. */
export function VirtualTable<Row>(props: VirtualListProps<Row>) {
  const { rows, columns, rowKey, onEnd } = props;
  const box = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    getItemKey: (index) => rowKey(rows[index] as Row),
  });
  const items = virtualizer.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (rows.length > 0 && last >= rows.length - 30) onEnd?.();
  }, [last, rows.length, onEnd]);
  useListKeys(box, rows.length, (index) => virtualizer.scrollToIndex(index));
  const { widths, set } = useColumnWidths(props.name);
  const tracks = columns.map(({ key, width }) => (widths[key] ? `${widths[key]}px` : width)).join(' ');
  return (
    <div ref={box} className={classes.box} data-scroll-restoration-id="list">
      <div
        className={classes.table}
        role="table"
        aria-label={props.label}
        aria-rowcount={(props.total ?? rows.length) + 1}
        style={{ '--columns': tracks } as CSSProperties}
      >
        <Head {...props} onWidth={set} />
        <div role="rowgroup" className={classes.body} style={{ height: virtualizer.getTotalSize() }}>
          {items.map((item) => (
            <TableRow key={item.key} list={props} index={item.index} top={item.start - headHeight} />
          ))}
        </div>
      </div>
    </div>
  );
}

interface HeadProps<Row> extends Pick<VirtualListProps<Row>, 'columns' | 'sort' | 'onSort'> {
  onWidth: (column: string, width: number | undefined) => void;
}

function Head<Row>({ columns, ...props }: HeadProps<Row>) {
  return (
    <div role="rowgroup" className={classes.head}>
      <div role="row" aria-rowindex={1} className={classes.headRow}>
        {columns.map((column) => (
          <HeadCell key={column.key} column={column} {...props} />
        ))}
      </div>
    </div>
  );
}

type HeadCellProps<Row> = Omit<HeadProps<Row>, 'columns'> & { column: Column<Row> };

function HeadCell<Row>({ column, sort, onSort, onWidth }: HeadCellProps<Row>) {
  const { t } = useTranslation();
  const key = onSort && column.sortKey;
  const direction = key === undefined ? undefined : directionOf(sort, key);
  return (
    <div role="columnheader" className={classes.headCell} data-align={column.align} aria-sort={direction}>
      {key === undefined ? (
        <span className={classes.headText}>{column.header}</span>
      ) : (
        <button
          type="button"
          className={classes.sort}
          title={t('list.sortBy', { column: column.header })}
          onClick={() => onSort?.(nextSort(direction, key))}
        >
          {column.header}
          {direction === 'ascending' && <IconArrowUp size={12} aria-hidden />}
          {direction === 'descending' && <IconArrowDown size={12} aria-hidden />}
        </button>
      )}
      <button
        type="button"
        className={classes.resize}
        aria-label={t('list.resize', { column: column.header })}
        {...resizeHandle(column.key, onWidth)}
      />
    </div>
  );
}

type SortDirection = 'ascending' | 'descending' | 'none';

function directionOf(sort: string | undefined, key: string): SortDirection {
  return sort === key ? 'ascending' : sort === `-${key}` ? 'descending' : 'none';
}

/** The other way round; a new column starts from A, times start from the newest. */
function nextSort(direction: SortDirection | undefined, key: string): string {
  if (direction === 'ascending') return `-${key}`;
  if (direction === 'descending') return key;
  return key.endsWith('At') ? `-${key}` : key;
}

function TableRow<Row>({ list, index, top }: { list: VirtualListProps<Row>; index: number; top: number }) {
  const row = list.rows[index] as Row;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={classes.row}
      style={{ transform: `translateY(${top}px)` }}
      onClick={openRow}
    >
      {list.columns.map((column, position) => (
        <div key={column.key} role="cell" className={classes.cell} data-align={column.align}>
          {position === 0 ? (
            <Link {...list.link(row)} className={classes.link} data-row-link={index}>
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

/** For the mouse the whole row is its link; keyboards and screen readers have the link itself. */
function openRow(event: MouseEvent<HTMLElement>): void {
  const target = event.target as HTMLElement;
  if (target.closest('a, button') || window.getSelection()?.type === 'Range') return;
  event.currentTarget.querySelector<HTMLElement>('[data-row-link]')?.click();
}
