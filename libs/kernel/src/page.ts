import { InvalidInput } from './domain-error.js';

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

/** The sort key of the last row of a page, as an opaque URL-safe string. */
export function encodeCursor(key: readonly string[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** A cursor that the list did not give out. */
export const foreignCursor = (): InvalidInput =>
  InvalidInput.of('cursor', 'cursor', 'The cursor is not one that this list gave out.');

/**
 * The sort key that {@link encodeCursor} wrote.
 * @throws InvalidInput when it is not one of ours, or not of `length` parts.
 */
export function decodeCursor(cursor: string, length: number): string[] {
  let key: unknown;
  try {
    key = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    throw foreignCursor();
  }
  if (!Array.isArray(key) || key.length !== length || !key.every((part) => typeof part === 'string'))
    throw foreignCursor();
  return key;
}
