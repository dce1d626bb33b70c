import iconv from 'iconv-lite';
import { FileRefused } from '../imports.errors.js';
import { detectDelimiter } from './delimiter.js';
import { decode, EncodingDetector, type Encoding } from './encoding.js';
import { inspectFile } from './inspect-file.js';
import { readRecords } from './read-records.js';

async function* pieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

function encodingOf(bytes: Buffer, size = 3): Encoding {
  const detector = new EncodingDetector();
  for (let at = 0; at < bytes.length; at += size) detector.add(bytes.subarray(at, at + size));
  return detector.end();
}

async function text(bytes: Buffer, encoding: Encoding, size = 3): Promise<string> {
  let whole = '';
  for await (const piece of decode(pieces(bytes, size), encoding)) whole += piece;
  return whole;
}

async function records(content: string, delimiter = ';', size = 4) {
  const found = [];
  for await (const record of readRecords(decode(pieces(Buffer.from(content), size), 'utf-8'), delimiter))
    found.push(record);
  return found;
}

const inspect = (content: string | Buffer, encoding: Encoding = 'utf-8') =>
  inspectFile(() => pieces(Buffer.from(content as string), 1000), encoding);

const refusal = (code: string) => expect.objectContaining({ code, kind: 'invalid' });

describe('the encoding of a file', () => {
  const words = 'Åsa Öberg;Työmäki;€ 5';

  it.each([
    ['UTF-8', Buffer.from(words), 'utf-8'],
    [
      'UTF-8 with a byte order mark',
      Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(words)]),
      'utf-8',
    ],
    ['UTF-16 as Excel writes "Unicode text"', iconv.encode(words, 'utf-16le', { addBOM: true }), 'utf-16le'],
    ['UTF-16, the other way round', iconv.encode(words, 'utf-16be', { addBOM: true }), 'utf-16be'],
    ['Windows-1252', iconv.encode(words, 'windows-1252'), 'windows-1252'],
    ['ASCII', Buffer.from('Matti;Virtanen'), 'utf-8'],
  ])('is found: %s, cut anywhere', async (_, bytes, encoding) => {
    for (const size of [1, 2, 3, 1000]) expect(encodingOf(bytes, size)).toBe(encoding);
    const expected = encoding === 'utf-8' && bytes.toString().startsWith('Matti') ? 'Matti;Virtanen' : words;
    for (const size of [1, 2, 3, 1000]) expect(await text(bytes, encoding as Encoding, size)).toBe(expected);
  });

  it('is Windows-1252 when a UTF-8 file ends in the middle of a letter', () => {
    expect(encodingOf(Buffer.from([0x61, 0xc3]))).toBe('windows-1252');
  });

  it('has no NUL and one kind of line break in its text', async () => {
    for (const size of [1, 2, 7])
      expect(await text(Buffer.from('a\0b\r\nc\rd\ne\r'), 'utf-8', size)).toBe('ab\nc\nd\ne\n');
  });

  it.each([
    ['an XLSX workbook', [0x50, 0x4b, 0x03, 0x04, 1, 2], 'file_is_spreadsheet'],
    ['an XLS workbook', [0xd0, 0xcf, 0x11, 0xe0, 1], 'file_is_spreadsheet'],
    ['a PDF', [...Buffer.from('%PDF-1.7')], 'file_is_binary'],
    ['bytes without meaning', [1, 0, 0, 0, 2, 0, 0, 9], 'file_is_binary'],
  ])('is refused for %s', (_, bytes, code) => {
    expect(() => encodingOf(Buffer.from(bytes), 100)).toThrow(refusal(code));
  });
});

describe('the delimiter of a file', () => {
  it.each([
    ['Etunimi;Sukunimi\nMatti;Virtanen, DI\nÅsa;Öst, dipl.ing.', ';'],
    ['First,Last\n"Virtanen; Matti",x\n', ','],
    ['a\tb\n1,5\t2\n', '\t'],
    ['a|b\n1|2\n', '|'],
    ['Sähköposti\na@b.fi\n', ';'],
    ['sep=,\na,b;c\n', ','],
    ['"Nimi;tai muu",Puhelin\n"x\n;;;",1\n', ','],
    ['', ';'],
  ])('of %j is %j', (sample, expected) => {
    expect(detectDelimiter(sample)).toBe(expected);
  });
});

describe('the records of a file', () => {
  it('may hold line breaks, delimiters and quotation marks in quotes, and keep the line they begin on', async () => {
    const content = 'a;b\r\n"x\r\ny";"1;2"\r\n\r\n"sanoi ""hei""";Oy "Kolmio" Ab\r\n;;\r\n3;4';
    for (const size of [1, 2, 5, 1000])
      expect(await records(content, ';', size)).toEqual([
        { line: 1, cells: ['a', 'b'] },
        { line: 2, cells: ['x\ny', '1;2'], span: { lines: '2–3', isBroken: false } },
        { line: 5, cells: ['sanoi "hei"', 'Oy "Kolmio" Ab'] },
        { line: 7, cells: ['3', '4'] },
      ]);
  });

  it("leave out Excel's own first line", async () => {
    expect(await records('sep=;\r\na;b\r\n1;2')).toEqual([
      { line: 2, cells: ['a', 'b'] },
      { line: 3, cells: ['1', '2'] },
    ]);
  });

  it('may be ragged', async () => {
    expect((await records('a;b\n1\n1;2;3')).map(({ cells }) => cells.length)).toEqual([2, 1, 3]);
  });

  it('are refused when a quotation mark is never closed', async () => {
    await expect(records('a;b\n"1;2\n3;4')).rejects.toThrow(refusal('file_unreadable'));
    await expect(records(`a;b\n"1;2\n${'x;y\n'.repeat(100_000)}`, ';', 65_536)).rejects.toThrow(
      refusal('file_unreadable'),
    );
  });
});

describe('a quotation mark that is never closed', () => {
  const good = (from: number, count: number) =>
    Array.from({ length: count }, (_, n) => `Matti ${from + n};a;b`).join('\n');

  it('costs its own row and not the good ones that follow it', async () => {
    const content = `n;x;y\nA;"unterminated;z\n${good(3, 25)}\n\nAsa;"quoted; text";c\nLast;1;2\n`;
    for (const size of [1, 7, 1000]) {
      const found = await records(content, ';', size);
      expect(found).toHaveLength(29);
      expect(found[1]).toEqual({
        line: 2,
        cells: ['A', '"unterminated', 'z'],
        span: { lines: '2–29', isBroken: true },
      });
      expect(found.slice(2, 4)).toEqual([
        { line: 3, cells: ['Matti 3', 'a', 'b'] },
        { line: 4, cells: ['Matti 4', 'a', 'b'] },
      ]);
      expect(found.slice(-2)).toEqual([
        { line: 29, cells: ['Asa', 'quoted; text', 'c'] },
        { line: 30, cells: ['Last', '1', '2'] },
      ]);
    }
  });

  it('is seen even when the swallowed rows add up to the right number of cells', async () => {
    const found = await records('n;x;y\nA;"b;c\nB;"d";e\n');
    expect(found.map(({ line, span }) => [line, span?.isBroken ?? false])).toEqual([
      [1, false],
      [2, true],
      [3, false],
    ]);
  });

  it('spoils every line among them that cannot be read by itself, rather than guess', async () => {
    const found = await records('n;x;y\nA;"b;c\nB;1;2\nC;"first\nsecond";d\n');
    expect(found.slice(1)).toEqual([
      { line: 2, cells: ['A', '"b', 'c'], span: { lines: '2–4', isBroken: true } },
      { line: 3, cells: ['B', '1', '2'] },
      { line: 4, cells: ['C', '"first'], span: { lines: '2–4', isBroken: true } },
      { line: 5, cells: ['second"', 'd'] },
    ]);
  });

  it('is not taken for one where a cell of many lines is quoted as it should be', async () => {
    const content = 'n;x;y\nA;"""hei""\nB;1;2\nC";d\nB;"1\n2"\nC;"said\n"no" and";left\n';
    expect((await records(content)).slice(1)).toEqual([
      { line: 2, cells: ['A', '"hei"\nB;1;2\nC', 'd'], span: { lines: '2–4', isBroken: false } },
      { line: 5, cells: ['B', '1\n2'], span: { lines: '5–6', isBroken: false } },
      { line: 7, cells: ['C', expect.any(String), 'left'], span: { lines: '7–8', isBroken: false } },
    ]);
  });

  it('counts the rows as the dry run will read them', async () => {
    expect(await inspect(`n;x;y\nA;"b;c\n${good(3, 25)}\nB;"d";e\n`)).toMatchObject({ rowCount: 27 });
  });
});

describe('what a file looks like', () => {
  it('is its columns with three samples each, and how many rows it has', async () => {
    const shape = await inspect('Nimi; Puhelin ;;\nMatti;040;;\nMatti;050;;\n;060;;\nÅsa;070;;\n');
    expect(shape).toEqual({
      delimiter: ';',
      hasHeader: true,
      width: 2,
      rowCount: 4,
      columns: [
        { index: 0, header: 'Nimi', samples: ['Matti', 'Åsa'] },
        { index: 1, header: 'Puhelin', samples: ['040', '050', '060'] },
      ],
    });
  });

  it('may be without headings', async () => {
    const shape = await inspect('Matti,matti@yritys.fi\nÅsa,asa@bolag.fi\n');
    expect(shape).toMatchObject({ hasHeader: false, rowCount: 2, columns: [{ header: '' }, { header: '' }] });
  });

  it.each([
    ['nothing', '', 'file_empty'],
    ['empty lines', '\n\r\n;;\n', 'file_empty'],
    ['headings alone', 'Nimi;Puhelin\n\n', 'file_header_only'],
    ['201 columns', `${'a;'.repeat(200)}b\n1`, 'file_too_many_columns'],
    ['a million columns', `a${',a'.repeat(1_000_000)}\n1`, 'file_too_many_columns'],
    ['200,001 rows', `a;b\n${'1;2\n'.repeat(200_001)}`, 'file_too_many_rows'],
  ])('is refused with %s', async (_, content, code) => {
    await expect(inspect(content)).rejects.toThrow(FileRefused);
    await expect(inspect(content)).rejects.toThrow(refusal(code));
  });
});
