import { once } from 'node:events';
import { PassThrough, type Readable } from 'node:stream';
import { tableInWords } from '@seloste/erasure';
import { registerFonts } from '@seloste/platform';
import PDFDocument from 'pdfkit';
import { columnInWords } from '../words/columns.js';
import { inWords, readable, type Contents } from './documents.js';

/** As people file it: A4, its fonts within. Each page leaves as it is written; an error reaches who reads it. */
export function pdfOf(contents: Contents): Readable {
  const { language, cover, madeAt } = contents;
  const out = new PassThrough();
  const doc = new PDFDocument({
    ...{ size: 'A4', margin: 56, lang: language, pdfVersion: '1.7', displayTitle: true },
    info: { Title: cover.title, CreationDate: madeAt },
  });
  registerFonts(doc);
  doc.pipe(out);
  write(doc, contents, out).then(
    () => doc.end(),
    (error: Error) => out.destroy(error),
  );
  return out;
}

async function write(
  doc: PDFKit.PDFDocument,
  { language, cover, sections, rows }: Contents,
  out: PassThrough,
): Promise<void> {
  doc.font('strong').fontSize(19).text(cover.title);
  for (const { heading, lines } of cover.parts) {
    title(doc, heading);
    for (const line of lines) doc.font('text').fontSize(10).text(line).moveDown(0.3);
  }
  for (const section of sections) {
    const columns = readable(section);
    if (columns.length === 0) continue;
    title(doc, tableInWords(section.table, language));
    for await (const { values } of rows(section)) {
      for (const { column } of columns) {
        const value = inWords(values[column]);
        if (value === '') continue;
        doc
          .font('strong')
          .fontSize(9)
          .text(`${columnInWords(column, language)}: `, { continued: true });
        doc.font('text').text(value);
      }
      doc.moveDown(0.6);
      while (out.writableNeedDrain) await once(out, 'drain');
    }
  }
}

const title = (doc: PDFKit.PDFDocument, text: string): void => {
  doc.moveDown().font('strong').fontSize(13).text(text).moveDown(0.3);
};
