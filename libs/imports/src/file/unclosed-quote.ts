import { parse } from 'csv-parse/sync';
import type { FileRecord } from './read-records.js';

/** A record that spans several lines of its file. */
export interface LineSpan {
  /** `5048–5075`; of a broken line, the lines of the record that swallowed it. */
  lines: string;
  /** Does the line have a quotation mark without its pair, so that its cells cannot be trusted? */
  isBroken: boolean;
}

const isBlank = (cell: string): boolean => cell.trim() === '';

const hasWidth = (cells: string[], width: number): boolean =>
  cells.length >= width && cells.slice(width).every(isBlank);

/** Null when quotation marks are not where CSV has them. */
function readStrictly(text: string, delimiter: string): string[] | null {
  try {
    const [cells] = parse(text, { delimiter, relax_column_count: true, record_delimiter: '\n' });
    return cells ?? [];
  } catch {
    return null;
  }
}

/**
 * One record as the lenient parser read it, or the lines it was made of. A quotation mark that is never closed
 * swallows rows up to the next one. It is known by a quoted cell of many lines that ends amid text, in a record whose
 * later lines hold a row of `width` cells: they are then read one by one, and those with unpaired marks are broken.
 * @param raw the record's text
 */
export function splitAtUnclosedQuote(
  { line, cells }: FileRecord,
  raw: string,
  { delimiter, width }: { delimiter: string; width: number },
): FileRecord[] {
  const text = raw.replace(/^\n+|\n+$/g, '');
  const parts = text.split('\n');
  if (parts.length === 1) return [{ line, cells }];
  const lines = `${line}–${line + parts.length - 1}`;
  const whole = { line, cells, span: { lines, isBroken: false } };
  const endsAmidText = cells.some((cell) => cell.startsWith('"') && cell.includes('\n'));
  if (!endsAmidText || readStrictly(text, delimiter)) return [whole];

  const rows = parts.map((part) => readStrictly(part, delimiter));
  if (!rows.some((row) => row && hasWidth(row, width))) return [whole];
  return rows
    .map((row, n): FileRecord => {
      if (row) return { line: line + n, cells: row };
      return {
        line: line + n,
        cells: parts[n]?.split(delimiter) ?? [],
        span: { lines, isBroken: true },
      };
    })
    .filter((row) => !row.cells.every(isBlank));
}
