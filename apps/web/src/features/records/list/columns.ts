import type { ReactNode } from 'react';

/** One column of a record list. `key` names its heading (`field.<key>` of the list's namespace), `width` is in px. */
export interface Column<T> {
  key: string;
  width: number;
  /** The API's name of this order; a column without one cannot be sorted by. */
  sort?: string;
  numeric?: boolean;
  /** On a card: shown with its heading, because the value alone would not say what it is. */
  named?: boolean;
  /** Null where the record has no value. */
  cell: (row: T) => ReactNode;
}

/** `name` → `-name` → `name`; another column starts ascending, times start with the newest. */
export function nextSort(current: string | undefined, column: string): string {
  if (current === column) return `-${column}`;
  if (current === `-${column}`) return column;
  return column.endsWith('At') ? `-${column}` : column;
}

/** What aria-sort says of a column under this order. */
export function sortDirection(
  current: string | undefined,
  column: string | undefined,
): 'ascending' | 'descending' | 'none' {
  if (!column || !current) return 'none';
  if (current === column) return 'ascending';
  return current === `-${column}` ? 'descending' : 'none';
}
