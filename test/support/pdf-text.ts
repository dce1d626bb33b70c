import { inflateSync } from 'node:zlib';

interface Drawn {
  font: string;
  glyphs: string;
}

/** What programs read in a PDF of PDFKit: each line that was drawn, its glyphs as the letters that its fonts say they are. */
export function pdfText(pdf: Buffer): string {
  const objects = objectsOf(pdf.toString('latin1'));
  const letters = new Map<string, string[]>();
  for (const { text } of objects.values())
    for (const [, font = '', id = ''] of text.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const map = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id)?.text ?? '')?.[1] ?? '';
      letters.set(font, lettersOf(objects.get(map)?.content ?? ''));
    }
  return [...objects.values()]
    .flatMap(({ content }) => drawnIn(content))
    .map(({ font, glyphs }) =>
      inFours(glyphs)
        .map((glyph) => letters.get(font)?.[parseInt(glyph, 16)])
        .join(''),
    )
    .join('\n');
}

function objectsOf(pdf: string): Map<string, { text: string; content: string }> {
  const objects = new Map<string, { text: string; content: string }>();
  for (const [, id = '', body = ''] of pdf.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const [text = '', stream] = body.split(/\nstream\n/);
    const bytes = Buffer.from(stream ?? '', 'latin1');
    const content =
      text.includes('FlateDecode') && !text.includes('FontFile') ? inflateSync(bytes).toString('latin1') : '';
    objects.set(id, { text, content });
  }
  return objects;
}

/** By the number of the glyph. */
const lettersOf = (map: string): string[] =>
  [...map.matchAll(/\[([^\]]*)\]/g)].flatMap(([, list = '']) =>
    [...list.matchAll(/<([0-9a-f ]*)>/gi)].map(([, units = '']) =>
      Buffer.from(units.replaceAll(' ', ''), 'hex').swap16().toString('utf16le'),
    ),
  );

function drawnIn(content: string): Drawn[] {
  let font = '';
  return [...content.matchAll(/\/(F\d+) [\d.]+ Tf|\[(.*?)\] TJ/g)].flatMap(([, chosen, line]) => {
    font = chosen ?? font;
    return line === undefined
      ? []
      : [{ font, glyphs: [...line.matchAll(/<([0-9a-f]*)>/gi)].map(([, hex]) => hex).join('') }];
  });
}

const inFours = (hex: string): string[] => hex.match(/.{4}/g) ?? [];
