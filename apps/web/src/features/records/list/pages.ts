import type { Page } from '../../../api/model.js';

/** What a list page needs of useInfiniteQuery. */
export interface PagedQuery {
  isPending: boolean;
  isError: boolean;
  isSuccess: boolean;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
  refetch: () => unknown;
}

/** All rows of the pages read so far; one that moved between two pages while they were read is shown once. */
export function rowsOf<Row extends { id: string }>(pages: Page<Row>[] | undefined): Row[] {
  const seen = new Set<string>();
  return (pages ?? []).flatMap(({ items }) => items.filter(({ id }) => !seen.has(id) && seen.add(id)));
}

/** Whether an empty list is empty because of what was asked for; its order asks for nothing. */
export const isFiltered = (search: object): boolean => Object.keys(search).some((key) => key !== 'sort');
