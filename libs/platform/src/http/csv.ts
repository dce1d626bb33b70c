import type { Response } from 'express';
import { stringify } from 'csv-stringify';

/** One column of an export: its heading in the reader's language, and its value of a row. */
export interface CsvColumn<Row> {
  heading: string;
  value: (row: Row) => string | number | null | undefined;
}

/** Finnish and Swedish Excel read semicolons, English Excel commas. */
const delimiterOf = (language: string): string => (language === 'en' ? ',' : ';');

/**
 * Streams rows as a CSV file: UTF-8 with BOM, so that Excel reads å, ä and ö; a value that a spreadsheet would run as
 * a formula is defused by an apostrophe.
 */
export async function sendCsv<Row>(
  response: Response,
  file: { name: string; language: string; columns: CsvColumn<Row>[]; rows: AsyncIterable<Row> },
): Promise<void> {
  response.setHeader('Content-Type', 'text/csv; charset=utf-8');
  response.setHeader('Content-Disposition', `attachment; filename="${file.name}.csv"`);
  response.setHeader('Cache-Control', 'no-store');
  const csv = stringify({
    bom: true,
    delimiter: delimiterOf(file.language),
    escape_formulas: true,
    record_delimiter: 'windows',
  });
  const sent = new Promise<void>((resolve, reject) => {
    csv.on('error', reject).pipe(response).on('finish', resolve).on('close', resolve).on('error', reject);
  });
  csv.write(file.columns.map((column) => column.heading));
  for await (const row of file.rows) {
    if (response.destroyed) break;
    const line = file.columns.map((column) => column.value(row) ?? '');
    if (!csv.write(line)) await new Promise((resolve) => csv.once('drain', resolve));
  }
  csv.end();
  await sent;
}
