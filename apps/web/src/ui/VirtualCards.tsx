import { Link } from '@tanstack/react-router';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useListKeys } from './use-list-keys.js';
import type { VirtualListProps } from './VirtualList.js';
import classes from './VirtualCards.module.css';

/** The list on a phone: cards with the columns' facts in the columns' order, scrolling with the page. */
export function VirtualCards<Row>(props: VirtualListProps<Row>) {
  const { rows, columns, rowKey, onEnd } = props;
  const box = useRef<HTMLUListElement>(null);
  const [offset, setOffset] = useState(0);
  useLayoutEffect(() => {
    setOffset((box.current?.getBoundingClientRect().top ?? 0) + window.scrollY);
  }, []);
  const virtualizer = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => 104,
    overscan: 8,
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
    <>
      <SortPicker {...props} />
      <ul
        ref={box}
        aria-label={props.label}
        className={classes.cards}
        style={{ height: virtualizer.getTotalSize() }}
      >
        {items.map((item) => {
          const row = rows[item.index] as Row;
          const [name, ...facts] = columns;
          return (
            <li
              key={item.key}
              ref={virtualizer.measureElement}
              data-index={item.index}
              className={classes.card}
              style={{ transform: `translateY(${item.start - offset}px)` }}
            >
              <Link {...props.link(row)} className={classes.link} data-row-link={item.index}>
                {name?.render(row)}
              </Link>
              {facts.map((fact) =>
                fact.isEmpty?.(row) ? null : (
                  <span key={fact.key} className={classes.fact}>
                    {!fact.plain && <span className={classes.label}>{fact.header}</span>}
                    {fact.render(row)}
                  </span>
                ),
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** A card has no head to press, so the order is a select. */
function SortPicker<Row>({ columns, sort, onSort }: VirtualListProps<Row>) {
  const { t } = useTranslation();
  if (!onSort) return null;
  const sortable = columns.flatMap(({ sortKey, header }) => (sortKey ? [{ sortKey, header }] : []));
  return (
    <label className={classes.sort}>
      <span>{t('list.sort')}</span>
      <select value={sort} onChange={(event) => onSort(event.currentTarget.value)}>
        {sortable.flatMap(({ sortKey, header }) => [
          <option key={sortKey} value={sortKey}>{`${header} ↑`}</option>,
          <option key={`-${sortKey}`} value={`-${sortKey}`}>{`${header} ↓`}</option>,
        ])}
      </select>
    </label>
  );
}
