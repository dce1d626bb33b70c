/** One page of a list. `total` is null where counting would cost too much. */
export interface Page<T> {
  items: T[];
  nextCursor: string | null;
  total: number | null;
}

/** What a caller may ask of any list: at most `limit` rows after `cursor`. */
export interface PageRequest {
  limit: number;
  cursor?: string;
  /** Nobody reads the total. */
  isUncounted?: boolean;
}

/** Counting stops here; a larger list says null instead of making every page pay for the count. */
export const countLimit = 10_000;

/** Every item of a list, page by page: memory stays bounded however long the list is. */
export async function* allItems<T>(read: (request: PageRequest) => Promise<Page<T>>): AsyncGenerator<T> {
  let cursor: string | undefined;
  do {
    const page: Page<T> = await read({ limit: 500, cursor });
    yield* page.items;
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
}
