import { pipeline, Readable } from 'node:stream';
import { stringify } from 'csv-stringify';

/** One column of an export: its heading in the reader's language, and its value of a row. */
export interface CsvColumn<Row> {
  heading: string;
  value: (row: Row) => string | number | null | undefined;
}

/** What a file holds; `name` is the file's, without its ending, in the reader's `language`. */
export interface CsvTable<Row> {
  name: string;
  language: string;
  columns: CsvColumn<Row>[];
  rows: AsyncIterable<Row>;
}

/** Finnish and Swedish Excel read semicolons, English Excel commas. */
const delimiterOf = (language: string): string => (language === 'en' ? ',' : ';');

async function* linesOf<Row>({ columns, rows }: CsvTable<Row>) {
  yield columns.map(({ heading }) => heading);
  for await (const row of rows) yield columns.map(({ value }) => value(row) ?? '');
}

/**
 * A CSV file as it grows: UTF-8 with BOM, so that Excel reads å, ä and ö; a value that a spreadsheet would run as a
 * formula is defused by an apostrophe. Rows are read as fast as the file is taken.
 */
export function csvFile<Row>(table: CsvTable<Row>): Readable {
  const csv = stringify({
    bom: true,
    delimiter: delimiterOf(table.language),
    escape_formulas: true,
    record_delimiter: 'windows',
  });
  pipeline(Readable.from(linesOf(table)), csv, () => undefined); // an error reaches who reads the file
  return csv;
}
