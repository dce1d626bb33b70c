import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Import, ImportRow } from '../../api/model.js';
import { Chip, SkeletonRows, type Tone } from '../../ui/index.js';
import { importRowsQuery } from './queries.js';
import { useReasonText } from './use-reason-text.js';
import classes from './ImportRows.module.css';

const tones: Record<ImportRow['result'], Tone> = {
  new: 'accent',
  duplicate: 'plain',
  erased: 'plain',
  error: 'danger',
};

/** The rows of the file with what becomes of each and why; only those on screen are in the page. */
export function ImportRows({
  current,
  result,
}: {
  current: Import;
  result: ImportRow['result'] | undefined;
}) {
  const { t } = useTranslation('imports');
  const box = useRef<HTMLUListElement>(null);
  const [offset, setOffset] = useState(0);
  const query = useInfiniteQuery(importRowsQuery(current.id, result, current.status));
  const rows = useMemo(() => query.data?.pages.flatMap(({ items }) => items) ?? [], [query.data]);
  useLayoutEffect(() => {
    setOffset((box.current?.getBoundingClientRect().top ?? 0) + window.scrollY);
  }, [rows.length > 0]);
  const virtualizer = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => 44,
    overscan: 10,
    scrollMargin: offset,
    getItemKey: (index) => rows[index]?.row ?? index,
  });
  const items = virtualizer.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && last >= rows.length - 40) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage, last, rows.length]);
  if (query.isPending) return <SkeletonRows rows={8} />;
  if (rows.length === 0) return <p className={classes.none}>{t('noRows')}</p>;
  return (
    <ul
      ref={box}
      aria-label={t('rowsLabel')}
      className={classes.rows}
      style={{ height: virtualizer.getTotalSize() }}
    >
      {items.map((item) => {
        const row = rows[item.index];
        return (
          row && (
            <li
              key={item.key}
              ref={virtualizer.measureElement}
              data-index={item.index}
              className={classes.row}
              style={{ transform: `translateY(${item.start - offset}px)` }}
            >
              <RowFacts row={row} />
            </li>
          )
        );
      })}
    </ul>
  );
}

function RowFacts({ row }: { row: ImportRow }) {
  const { t } = useTranslation('imports');
  const reasonText = useReasonText();
  const name = row.preview.name ?? row.preview.company ?? '–';
  return (
    <>
      <span className={classes.line} aria-label={t('line', { number: row.row })}>
        {row.row}
      </span>
      <span className={classes.result}>
        <Chip tone={tones[row.result]}>{t(`resultOne.${row.result}`)}</Chip>
      </span>
      <span className={classes.name}>
        <RecordLink row={row} name={name} />
        <span className={classes.details}>
          {[row.preview.email, row.preview.name ? row.preview.company : null].filter(Boolean).join(' · ')}
        </span>
      </span>
      <span className={classes.reasons}>
        {row.reasons.map((reason) => (
          <span key={`${reason.code}.${reason.field}`}>{reasonText(reason)}</span>
        ))}
      </span>
    </>
  );
}

/** The person or company that the row has become, or that was there already. */
function RecordLink({ row, name }: { row: ImportRow; name: string }) {
  if (row.contactId) {
    return (
      <Link to="/people/$id" params={{ id: row.contactId }} className={classes.link}>
        {name}
      </Link>
    );
  }
  if (row.companyId && !row.preview.name) {
    return (
      <Link to="/companies/$id" params={{ id: row.companyId }} className={classes.link}>
        {name}
      </Link>
    );
  }
  return <span>{name}</span>;
}
