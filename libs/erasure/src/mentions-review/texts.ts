import type { TextKind } from './catalogue.js';

/** A text within a value: where in a list or JSON it stands, null where the value is the text. */
export interface Leaf {
  path: string | null;
  text: string;
}

/** What a column holds, as the driver hands it over. */
export type Value = unknown;

/** The texts of a value. A path is a JSON Pointer (RFC 6901). */
export function textsIn(value: Value, kind: TextKind): Leaf[] {
  if (value === null || value === undefined) return [];
  if (kind === 'bytes') return Buffer.isBuffer(value) ? [{ path: null, text: readable(value) }] : [];
  if (typeof value === 'string') return [{ path: null, text: value }];
  return leavesOf(value, '');
}

function leavesOf(value: Value, path: string): Leaf[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (typeof value === 'number') return [{ path, text: String(value) }];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, `${path}/${pointed(key)}`));
}

const pointed = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');
const unpointed = (key: string): string => key.replaceAll('~1', '/').replaceAll('~0', '~');

/** The value with one of its texts replaced. @param path as {@link textsIn} gave it */
export function withText(value: Value, path: string | null, text: string): Value {
  if (path === null || path === '') return text;
  const [, first = '', ...rest] = path.split('/');
  const key = unpointed(first);
  const inner = withText(
    (value as Record<string, Value>)[key],
    rest.length === 0 ? null : `/${rest.join('/')}`,
    text,
  );
  if (Array.isArray(value)) return value.map((item: Value, i) => (String(i) === key ? inner : item));
  return { ...(value as Record<string, Value>), [key]: inner };
}

/** The text at a path, null when there is none any more. */
export const textAt = (value: Value, kind: TextKind, path: string | null): string | null =>
  textsIn(value, kind).find((leaf) => leaf.path === path)?.text ?? null;

/** Bytes as text where they are: UTF-8, else as Windows wrote it. */
function readable(bytes: Buffer): string {
  const text = bytes.toString('utf8');
  return text.includes('\ufffd') ? bytes.toString('latin1') : text;
}
