import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CsvError, parse, type Info } from 'csv-parse';
import { FileRefused } from '../imports.errors.js';
import { separatorLine } from './delimiter.js';
import { splitAtUnclosedQuote, type LineSpan } from './unclosed-quote.js';

/** More columns than this are no list of people. */
export const mostColumns = 200;

/** One record of a file: where it begins (1-based line) and its cells. */
export interface FileRecord {
  line: number;
  cells: string[];
  /** Of a record that spans several lines, or was among the lines of one. */
  span?: LineSpan;
}

/** What the parser hands out. */
interface ParsedRecord {
  record: string[];
  info: Info;
  raw: string;
}

/** More characters than this in one record mean that a quotation mark was never closed. */
const longestRecord = 256 * 1024;

/** How many cells a record has, empty ones at its end left out. */
export function widthOf(cells: string[]): number {
  let width = cells.length;
  while (width > 0 && cells[width - 1]?.trim() === '') width--;
  return width;
}

const breaksIn = (cells: string[]): number =>
  cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);

/** Did the record become too long by its cells, and not by one that never ended? */
const isTooWide = (error: CsvError): boolean => Number((error as { column?: unknown }).column) > mostColumns;

/** Takes Excel's `sep=` line off the beginning, leaving its line break so that line numbers stay true. */
async function* withoutSeparatorLine(text: AsyncIterable<string>): AsyncGenerator<string> {
  let head = '';
  let isPast = false;
  for await (const piece of text) {
    if (isPast) yield piece;
    else {
      head += piece;
      if (head.length < 8) continue;
      isPast = true;
      yield head.replace(separatorLine, '\n');
    }
  }
  if (!isPast) yield head.replace(separatorLine, '\n');
}

/**
 * The records of CSV text one by one, however large the file: quoted cells may hold delimiters and line breaks; a
 * stray quotation mark inside a cell is text; rows need not be of one length; empty rows are passed over; rows that an
 * unclosed quotation mark swallowed are read by themselves. Lines end in `\n`, as `decode` hands them out.
 * @throws FileRefused `file_unreadable` when a quoted cell does not end.
 */
export async function* readRecords(
  text: AsyncIterable<string>,
  delimiter: string,
): AsyncGenerator<FileRecord> {
  const parser = parse({
    delimiter,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    info: true,
    raw: true,
    max_record_size: longestRecord,
    record_delimiter: '\n',
  });
  const feeding = pipeline(Readable.from(withoutSeparatorLine(text)), parser);
  feeding.catch(() => undefined); // the loop below meets the same error
  let width: number | undefined;
  try {
    for await (const { record, info, raw } of parser as AsyncIterable<ParsedRecord>) {
      const whole = { line: info.lines - breaksIn(record), cells: record };
      width ??= widthOf(record);
      if (breaksIn(record) === 0) yield whole;
      else yield* splitAtUnclosedQuote(whole, raw, { delimiter, width });
    }
  } catch (error) {
    if (error instanceof CsvError)
      throw new FileRefused(isTooWide(error) ? 'file_too_many_columns' : 'file_unreadable');
    throw error;
  } finally {
    parser.destroy();
  }
}
