import { ActionIcon, Button, TextInput, Tooltip } from '@mantine/core';
import { IconDownload, IconPlus, IconSearch, IconX } from '@tabler/icons-react';
import type { LinkProps } from '@tanstack/react-router';
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcuts } from '../../../keyboard/shortcuts.js';
import {
  type Column,
  type Filter,
  FilterChips,
  PageHeader,
  SkeletonRows,
  VirtualList,
} from '../../../ui/index.js';
import type { PagedQuery } from './pages.js';
import classes from './RecordList.module.css';

interface Props<Row> {
  title: string;
  /** Names the list where this device remembers its columns' widths. */
  name: string;
  /** How many there are, in words; undefined while it is not known. */
  count: string | undefined;
  searchLabel: string;
  search: Record<string, string | boolean | undefined>;
  /** Puts a changed filter, order or text into the address. */
  onSearch: (changes: Record<string, string | boolean | undefined>) => void;
  filters: Filter[];
  columns: Column<Row>[];
  rows: Row[];
  /** Of all that match; null when the server did not count. */
  total: number | null;
  query: PagedQuery;
  link: (row: Row) => Pick<LinkProps, 'to' | 'params' | 'search'>;
  /** Takes the view along as a file; undefined where the reader may not. */
  onExport: (() => void) | undefined;
  /** Undefined where the reader may add nothing. */
  add: { label: string; run: () => void } | undefined;
  /** Shown instead of rows when there are none. */
  empty: ReactNode;
}

/** A record list: title and count, text and chip filters, the rows, CSV of the view. */
export function RecordList<Row extends { id: string }>(props: Props<Row>) {
  const { t } = useTranslation('records');
  const { rows, query, search, onSearch } = props;
  const sort = typeof search.sort === 'string' ? search.sort : 'name';
  const onEnd = useCallback(() => {
    if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage();
  }, [query]);
  const values = Object.fromEntries(
    Object.entries(search).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]])),
  );
  return (
    <div className={classes.page}>
      <PageHeader
        title={props.title}
        aside={<span aria-live="polite">{props.count}</span>}
        actions={<Actions onExport={rows.length > 0 ? props.onExport : undefined} add={props.add} />}
      >
        <div className={classes.filters}>
          <TextFilter
            label={props.searchLabel}
            value={values.q ?? ''}
            onChange={(q) => onSearch({ q: q || undefined })}
          />
          <FilterChips
            filters={props.filters}
            values={values}
            onChange={(key, value) =>
              onSearch({ [key]: key === 'archived' ? value === 'true' || undefined : value })
            }
          />
        </div>
      </PageHeader>
      {query.isPending && <SkeletonRows rows={18} />}
      {query.isError && rows.length === 0 && (
        <div className={classes.failed} role="alert">
          <p>{t('list.loadFailed')}</p>
          <Button variant="default" onClick={() => void query.refetch()}>
            {t('common:action.retry')}
          </Button>
        </div>
      )}
      {query.isSuccess && rows.length === 0 && props.empty}
      {rows.length > 0 && (
        <VirtualList
          // Another question starts at the top of its answer.
          key={JSON.stringify(search)}
          name={props.name}
          label={props.title}
          rows={rows}
          columns={props.columns}
          rowKey={({ id }) => id}
          link={props.link}
          total={props.total}
          sort={sort}
          onSort={(next) => onSearch({ sort: next === 'name' ? undefined : next })}
          onEnd={onEnd}
        />
      )}
    </div>
  );
}

function Actions({ onExport, add }: Pick<Props<never>, 'onExport' | 'add'>) {
  const { t } = useTranslation();
  return (
    <>
      {onExport && (
        <Tooltip label={t('action.export')}>
          <ActionIcon
            onClick={onExport}
            variant="subtle"
            color="gray"
            size={32}
            aria-label={t('action.export')}
          >
            <IconDownload size={17} stroke={1.7} aria-hidden />
          </ActionIcon>
        </Tooltip>
      )}
      {add && (
        <Button className={classes.add} leftSection={<IconPlus size={15} aria-hidden />} onClick={add.run}>
          {add.label}
        </Button>
      )}
    </>
  );
}

/** Filters while one types, a moment after the last key; `f` goes there, Escape empties it. */
function TextFilter(props: { label: string; value: string; onChange: (text: string) => void }) {
  const { t } = useTranslation('records');
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(props.value);
  const sent = useRef(props.value);
  const { value, onChange } = props;
  useEffect(() => {
    if (value === sent.current) return;
    sent.current = value;
    setText(value);
  }, [value]);
  useEffect(() => {
    if (text.trim() === sent.current) return;
    const timer = setTimeout(() => {
      sent.current = text.trim();
      onChange(text.trim());
    }, 180);
    return () => clearTimeout(timer);
  }, [text, onChange]);
  useShortcuts([{ keys: 'f', label: t('list.search'), run: () => input.current?.focus() }]);
  return (
    <TextInput
      ref={input}
      type="search"
      className={classes.text}
      aria-label={t('list.search')}
      placeholder={props.label}
      value={text}
      leftSection={<IconSearch size={14} stroke={1.8} aria-hidden />}
      rightSection={
        text && (
          <ActionIcon
            variant="subtle"
            color="gray"
            size="xs"
            aria-label={t('common:action.clear')}
            onClick={() => setText('')}
          >
            <IconX size={12} aria-hidden />
          </ActionIcon>
        )
      }
      onChange={(event) => setText(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        setText('');
        event.currentTarget.blur();
      }}
    />
  );
}
