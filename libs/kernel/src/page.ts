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

/** The sort key of the last row of a page, as an opaque URL-safe string. */
export function encodeCursor(key: readonly (string | null)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/**
 * The sort key that {@link encodeCursor} wrote.
 * @throws InvalidInput when it is not one of ours, or not of `length` parts.
 */
export function decodeCursor(cursor: string, length: number): (string | null)[] {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (
      Array.isArray(key) &&
      key.length === length &&
      key.every((part) => part === null || typeof part === 'string')
    )
      return key as (string | null)[];
  } catch {
    // not JSON: refused below like any other foreign cursor
  }
  throw InvalidInput.of('cursor', 'cursor', 'The cursor is not one that this list gave out.');
}
