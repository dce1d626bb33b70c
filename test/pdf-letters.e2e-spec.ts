import { buffer } from 'node:stream/consumers';
import { certificatePdf } from '../libs/erasure/src/certificate/certificate-pdf.js';
import { pdfOf } from '../libs/packages/src/files/pdf.js';
import { pdfText } from './support/pdf-text.js';

const names = ['Łukasz Żółć', 'Ναταλία Иванова', 'Nguyễn Thị Ánh', 'Þórdís Šárka Ağa', 'Åke Mäkeläinen'];

describe('a document on paper', () => {
  it.each(names)('has the name %s in it, in letters that programs read', async (name) => {
    const pdf = pdfOf({
      ...{ language: 'fi', madeAt: new Date(0), sections: [], rows: () => none() },
      cover: { title: name, parts: [{ heading: name, lines: [`Hei, ${name}!`] }] },
    });
    expect(pdfText(await buffer(pdf)).split('\n')).toEqual([name, name, `Hei, ${name}!`]);
  });

  it.each(names)('certifies an erasure by %s', async (name) => {
    const at = '2026-11-24T10:00:00Z';
    const pdf = await certificatePdf({
      certificate: {
        ...{ version: 1, erasureId: 'x', ground: 'request', manner: 'deleted', counts: {}, holds: [] },
        ...{ requestedAt: at, executedAt: at, completedAt: at },
        mentions: { replaced: 0, decidedToReplace: 0, decidedToKeep: 0 },
        scan: { scannedAt: at, tables: 1, columns: 1, files: 1, interactions: 'all', found: 0 },
      },
      ...{ hash: 'x', proof: null, language: 'sv' },
      controller: { name, businessId: null, timeZone: 'Europe/Helsinki' },
    });
    expect(pdfText(pdf)).toContain(name);
  });
});

async function* none() {
  yield* [];
}
