import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CsvError, parse, type Info } from 'csv-parse';
import { FileRefused } from '../imports.errors.js';
import { separatorLine } from './delimiter.js';

/** More columns than this are no list of people. */
export const mostColumns = 200;

/** One record of a file: where it begins (1-based line) and its cells. */
export interface FileRecord {
  line: number;
  cells: string[];
}

/** More characters than this in one record mean that a quotation mark was never closed. */
const longestRecord = 256 * 1024;

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
 * stray quotation mark inside a cell is text; rows need not be of one length; empty rows are passed over. Lines end
 * in `\n`, as `decode` hands them out.
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
    max_record_size: longestRecord,
    record_delimiter: '\n',
  });
  const feeding = pipeline(Readable.from(withoutSeparatorLine(text)), parser);
  feeding.catch(() => undefined); // the loop below meets the same error
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: Info }>)
      yield { line: info.lines - breaksIn(record), cells: record };
  } catch (error) {
    if (error instanceof CsvError)
      throw new FileRefused(isTooWide(error) ? 'file_too_many_columns' : 'file_unreadable');
    throw error;
  } finally {
    parser.destroy();
  }
}
