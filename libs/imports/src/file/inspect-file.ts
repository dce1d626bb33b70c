import { looksLikeHeading } from '../columns/guess-targets.js';
import type { FileColumn } from '../import.entity.js';
import { FileRefused } from '../imports.errors.js';
import { detectDelimiter } from './delimiter.js';
import { decode } from './encoding.js';
import { mostColumns, readRecords, widthOf } from './read-records.js';

/** More rows than this are refused. */
export const mostRows = 200_000;

/** What a file looks like before anybody said what it means. */
export interface FileShape {
  delimiter: string;
  hasHeader: boolean;
  /** Cells of the first record. */
  width: number;
  rowCount: number;
  /** Columns that have a heading or a value. */
  columns: FileColumn[];
}

const samplesPerColumn = 3;
const longestSample = 100;
const longestHeader = 200;

/** The first 64k characters or so, for finding the delimiter. */
async function beginning(text: AsyncIterable<string>): Promise<string> {
  let sample = '';
  for await (const piece of text) {
    sample += piece;
    if (sample.length > 64 * 1024) break;
  }
  return sample;
}

/** Collects up to three different values per column as rows pass by. */
class Samples {
  private readonly byColumn: Set<string>[] = [];

  add(cells: string[]): void {
    for (const [index, cell] of cells.slice(0, mostColumns).entries()) {
      const samples = (this.byColumn[index] ??= new Set());
      const value = cell.trim().slice(0, longestSample);
      if (value !== '' && samples.size < samplesPerColumn) samples.add(value);
    }
  }

  of(index: number): string[] {
    return [...(this.byColumn[index] ?? [])];
  }
}

/** What the caller knows about the file; the rest is found out. */
export interface KnownShape {
  delimiter?: string;
  hasHeader?: boolean;
}

/**
 * Reads the whole file once and says what it looks like.
 * @param open gives the file's bytes anew at each call
 * @throws FileRefused when it is empty, only a heading, too wide, too long or unreadable
 */
export async function inspectFile(
  open: () => AsyncIterable<Buffer>,
  encoding: string,
  known: KnownShape = {},
): Promise<FileShape> {
  const between = known.delimiter ?? detectDelimiter(await beginning(decode(open(), encoding)));
  const samples = new Samples();
  let heading: string[] | undefined;
  let width = 0;
  let rowCount = 0;
  for await (const { cells } of readRecords(decode(open(), encoding), between)) {
    if (width === 0) {
      width = widthOf(cells);
      if (width > mostColumns) throw new FileRefused('file_too_many_columns');
      heading = (known.hasHeader ?? looksLikeHeading(cells)) ? cells : undefined;
      if (heading) continue;
    }
    if (++rowCount > mostRows) throw new FileRefused('file_too_many_rows');
    samples.add(cells);
  }
  if (width === 0) throw new FileRefused('file_empty');
  if (rowCount === 0) throw new FileRefused('file_header_only');
  const columns = Array.from({ length: width }, (_, index) => ({
    index,
    header: heading?.[index]?.replace(/\s+/g, ' ').trim().slice(0, longestHeader) ?? '',
    samples: samples.of(index),
  })).filter(({ header, samples: values }) => header !== '' || values.length > 0);
  return { delimiter: between, hasHeader: heading !== undefined, width, rowCount, columns };
}
