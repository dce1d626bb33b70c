import { Readable } from 'node:stream';
import { csvFile } from '@seloste/platform';
import { ZipFile } from 'yazl';
import type { DataRow } from '../contents/person-data.js';
import type { PackageKind } from '../package.entity.js';
import { columnInWords } from '../words/columns.js';
import { htmlOf, inWords, jsonOf, keyOf, type Contents } from './documents.js';
import { pdfOf } from './pdf.js';
import { vCardOf } from './vcard.js';

/** In how many files each row stands. */
export const filesOfRows: Record<PackageKind, number> = { access: 4, portability: 2 };

/** The package as one zip, as it grows: one file after the other is read while it is taken. */
export function archiveOf(kind: PackageKind, contents: Contents): Readable {
  const zip = new ZipFile();
  const out = zip.outputStream as Readable;
  const add = (name: string, stream: () => Readable): void =>
    zip.addReadStreamLazy(name, { mtime: contents.madeAt, mode: 0o100600 }, (give) => {
      const file = stream();
      file.once('error', (error) => out.destroy(error));
      give(null, file);
    });
  if (kind === 'access') {
    add('data.html', () => Readable.from(htmlOf(contents)));
    add('data.pdf', () => pdfOf(contents));
  } else add('person.vcf', () => Readable.from(vCardOf(contents)));
  add('data.json', () => Readable.from(jsonOf(contents)));
  for (const [n, section] of contents.sections.entries())
    add(`csv/${keyOf(contents.sections, n)}.csv`, () =>
      csvFile({
        name: section.table,
        language: contents.language,
        columns: section.columns.map(({ column }) => ({
          heading: columnInWords(column, contents.language),
          value: ({ values }: DataRow) => inWords(values[column]),
        })),
        rows: contents.rows(section),
      }),
    );
  zip.end();
  return out;
}
