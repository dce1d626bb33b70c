import { Button, type ButtonProps } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ComponentProps, ReactNode } from 'react';
import { RouteError } from '../../shell/RouteError.js';
import { EmptyState, SkeletonRows, useDocumentTitle } from '../../ui/index.js';
import classes from './Admin.module.css';

interface ListPageProps<Item> {
  list: Pick<UseQueryResult<{ items: Item[] }>, 'data' | 'error' | 'isError' | 'refetch'>;
  title: string;
  /** Nothing above the page says its title, so it says it itself. */
  hasHeading?: boolean;
  /** What stands here, in a sentence. */
  lead: string;
  empty: { icon: ComponentProps<typeof EmptyState>['icon']; title: string; text: string };
  /** How one is added, where the user may. */
  add?: ReactNode;
  /** One of them, as an `li` with its key. */
  row: (item: Item) => ReactNode;
  /** Dialogs. */
  children?: ReactNode;
}

/** A short list that is read whole: what it is, how one is added, and a row for each. */
export function ListPage<Item>(props: ListPageProps<Item>) {
  const { list, title, hasHeading, lead, empty, add, row, children } = props;
  useDocumentTitle(title);
  if (list.isError && !list.data) return <RouteError error={list.error} reset={() => void list.refetch()} />;
  const items = list.data?.items;
  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <div className={classes.about}>
          {hasHeading && <h2>{title}</h2>}
          <p>{lead}</p>
        </div>
        {items && items.length > 0 && add}
      </div>
      {!items ? (
        <SkeletonRows rows={4} />
      ) : items.length === 0 ? (
        <EmptyState icon={empty.icon} title={empty.title} actions={add}>
          {empty.text}
        </EmptyState>
      ) : (
        <ul className={classes.rows}>{items.map(row)}</ul>
      )}
      {children}
    </div>
  );
}

interface ListRowProps {
  /** What it is called; a link where it has a page. */
  name: ReactNode;
  /** What else tells it from the others, in one line. */
  facts: ReactNode;
  /** How it stands, and what may be done with it. */
  children?: ReactNode;
}

/** A row of a `ListPage`. */
export function ListRow({ name, facts, children }: ListRowProps) {
  return (
    <li className={classes.row}>
      <div className={classes.what}>
        <p className={classes.name}>{name}</p>
        <p className={classes.quiet}>{facts}</p>
      </div>
      <div className={classes.end}>{children}</div>
    </li>
  );
}

interface AddButtonProps extends ButtonProps {
  onClick?: () => void;
  /** Where it is a link to the page of a new one. */
  renderRoot?: (props: object) => ReactNode;
}

/** The button of a list that adds one to it. */
export const AddButton = (props: AddButtonProps) => (
  <Button leftSection={<IconPlus size={16} stroke={1.7} aria-hidden />} {...props} />
);
