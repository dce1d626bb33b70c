import { text } from 'node:stream/consumers';
import { csvFile } from './csv.js';

const columns = [
  { heading: 'Nimi', value: (name: string) => name },
  { heading: 'Tyhjä', value: () => null },
];

async function* fromList(names: string[]) {
  yield* names;
}

describe('a CSV file', () => {
  it.each([
    ['fi', 'Nimi;Tyhjä'],
    ['en', 'Nimi,Tyhjä'],
  ])('is what Excel reads in %s: with BOM, its delimiter and no formula', async (language, heading) => {
    const rows = fromList(['Åsa', '=1+1', 'a;b,c']);
    const file = Buffer.concat(await csvFile({ name: 'nimet', language, columns, rows }).toArray());
    expect(file.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    const lines = file.toString().slice(1).split('\r\n');
    expect(lines[0]).toBe(heading);
    expect(lines[2]).toMatch(/^'=1\+1/);
    expect(lines[3]).toMatch(/^"a;b,c"/);
  });

  it('fails where its rows cannot be read', async () => {
    async function* broken() {
      yield 'Åsa';
      throw new Error('gone');
    }
    await expect(text(csvFile({ name: 'nimet', language: 'fi', columns, rows: broken() }))).rejects.toThrow(
      'gone',
    );
  });
});
