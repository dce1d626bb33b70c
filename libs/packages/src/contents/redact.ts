import { createHmac } from 'node:crypto';
import type { PersonColumn } from '@seloste/erasure';
import type { Naming, Others } from './others.js';
import type { DataRow, Section } from './person-data.js';

/** Stands in the place of somebody else's name. */
export const substitute = '[…]';

/** A text that names others. */
export interface NamingText {
  place: string;
  rowKey: string;
  field: string;
  text: string;
  found: Naming[];
}

/** What people write down about people, codes among it: no name is found in those. */
const categoriesOfNotes: ReadonlySet<string> = new Set(['communication', 'provenance', 'usage']);

const isFreeText = ({ type, action, category }: PersonColumn): boolean =>
  type === 'text' && (action === 'redact' || categoriesOfNotes.has(category));

/** The texts of a row that name others. */
export function namingTexts({ table, columns }: Section, row: DataRow, others: Others): NamingText[] {
  return columns.filter(isFreeText).flatMap(({ column }): NamingText[] => {
    const text = row.values[column];
    if (typeof text !== 'string') return [];
    const found = others.find(text);
    return found.length === 0 ? [] : [{ place: table, rowKey: row.key, field: column, text, found }];
  });
}

/** Of a text as it is now; a changed one has another. */
export const digestOf = (key: Buffer, text: string): Buffer =>
  createHmac('sha256', key).update(text).digest();

/** By where words stand and in which text. */
export const keyOf = (
  of: { place: string; rowKey: string; field: string },
  { start, end }: Naming,
  digest: Buffer,
) => [of.place, of.rowKey, of.field, start, end, digest.toString('hex')].join('|');

/** The row without the names of others, but for those that were decided to stay in this very text. */
export function redacted(
  section: Section,
  row: DataRow,
  { others, key, kept }: { others: Others; key: Buffer; kept: ReadonlySet<string> },
): DataRow {
  const values = { ...row.values };
  for (const naming of namingTexts(section, row, others)) {
    const digest = digestOf(key, naming.text);
    const goes = naming.found.filter((words) => !kept.has(keyOf(naming, words, digest)));
    let [text, at] = ['', 0];
    for (const { start, end } of goes) {
      text += naming.text.slice(at, start) + substitute;
      at = end;
    }
    values[naming.field] = text + naming.text.slice(at);
  }
  return { key: row.key, values };
}
