import { isDeepStrictEqual } from 'node:util';

/**
 * What of `given` differs from `current`: only that needs to be written and put on record. A field that is undefined
 * is not given; within lists and nested objects, what is left out counts as null.
 */
export function changesOf<T extends object>(current: object, given: T): Partial<T> {
  const before = new Map<string, unknown>(Object.entries(current));
  const changed = Object.entries(given).filter(
    ([field, value]) => value !== undefined && !isSame(before.get(field), value),
  );
  return Object.fromEntries(changed) as Partial<T>;
}

const isNested = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value) && !(value instanceof Date);

function isSame(current: unknown, given: unknown): boolean {
  if (Array.isArray(current) && Array.isArray(given))
    return current.length === given.length && current.every((item, i) => isSame(item, given[i]));
  if (isNested(current) && isNested(given))
    return [...Object.keys(current), ...Object.keys(given)].every((key) => isSame(current[key], given[key]));
  return isDeepStrictEqual(current ?? null, given ?? null);
}
