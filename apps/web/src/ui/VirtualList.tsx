import { useMediaQuery } from '@mantine/hooks';
import type { LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { VirtualCards } from './VirtualCards.js';
import { VirtualTable } from './VirtualTable.js';

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
  /** Names the list where this device remembers its columns' widths. */
  name: string;
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
 * A long list, of which only what is on screen is in the page. On a desk rows of 36 px that scroll in a box of their own
 * (its parent is a flex column with a height), head row and first column staying; on a phone cards with the same facts.
 * j and k move, Enter opens.
 */
export function VirtualList<Row>(props: VirtualListProps<Row>) {
  const isPhone = useMediaQuery('(max-width: 47.99em)', false, { getInitialValueInEffect: false }) ?? false;
  return isPhone ? <VirtualCards {...props} /> : <VirtualTable {...props} />;
}
