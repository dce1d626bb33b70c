import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify';

/** One column of an export: its heading in the reader's language, and its value of a row. */
export interface CsvColumn<Row> {
  heading: string;
  value: (row: Row) => string | number | null | undefined;
}

/** Finnish and Swedish Excel read semicolons, English Excel commas. */
const delimiterOf = (language: string): string => (language === 'en' ? ',' : ';');

/** The headings, and then row by row as fast as the reader takes them. */
async function* linesOf<Row>(
  columns: CsvColumn<Row>[],
  first: IteratorResult<Row>,
  rows: AsyncIterator<Row>,
) {
  yield columns.map(({ heading }) => heading);
  try {
    for (let row = first; !row.done; row = await rows.next())
      yield columns.map(({ value }) => value(row.value) ?? '');
  } finally {
    await rows.return?.();
  }
}

/**
 * Streams rows as a CSV file: UTF-8 with BOM, so that Excel reads å, ä and ö; a value that a spreadsheet would run as
 * a formula is defused by an apostrophe. A reader who goes away ends it, and the reading of rows with it.
 */
export async function sendCsv<Row>(
  response: ServerResponse,
  file: { name: string; language: string; columns: CsvColumn<Row>[]; rows: AsyncIterable<Row> },
): Promise<void> {
  const rows = file.rows[Symbol.asyncIterator]();
  const first = await rows.next(); // what cannot be read at all is a problem document, not half a file
  response.setHeader('Content-Type', 'text/csv; charset=utf-8');
  response.setHeader('Content-Disposition', `attachment; filename="${file.name}.csv"`);
  response.setHeader('Cache-Control', 'no-store');
  const csv = stringify({
    bom: true,
    delimiter: delimiterOf(file.language),
    escape_formulas: true,
    record_delimiter: 'windows',
  });
  try {
    await pipeline(Readable.from(linesOf(file.columns, first, rows)), csv, response);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  }
}
