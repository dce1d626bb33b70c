import { newId } from '@seloste/kernel';
import type { Mention } from '@seloste/mentions';
import { rowIdOf } from './cells.js';
import type { FoundText } from './read-rows.js';

/** How much of the text is shown on either side, in UTF-16 units. */
const around = 60;

/** A mention and the words around it, for somebody to see whom it means. */
export interface MentionInContext {
  id: string;
  table: string;
  column: string;
  rowId: string;
  kind: Mention['kind'];
  /** Null where the reader does not see the text. */
  context: Context | null;
}

export interface Context {
  before: string;
  mention: string;
  after: string;
}

/** The words around a place in a text, from one word's beginning to another's end. */
export function wordsAround(text: string, start: number, end: number): Context {
  const [from, to] = [Math.max(0, start - around), Math.min(text.length, end + around)];
  const before = text.slice(from, start);
  const after = text.slice(end, to);
  return {
    before: from === 0 ? before : `…${before.replace(/^\S*\s/, '')}`,
    mention: text.slice(start, end),
    after: to === text.length ? after : `${after.replace(/\s\S*$/, '')}…`,
  };
}

export const contextOf = (
  { table, column, key, text }: FoundText,
  { kind, start, end }: Mention,
): MentionInContext => ({
  ...{ id: newId(), table: table.name, column: column.name, rowId: rowIdOf(key), kind },
  context: wordsAround(text, start, end),
});
