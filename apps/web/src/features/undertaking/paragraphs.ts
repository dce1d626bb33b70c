/** A paragraph of plain text; `number` where the text counts it: "3. …". */
export interface Paragraph {
  number: number | null;
  text: string;
}

/** The paragraphs of a text in which empty lines part them. */
export function paragraphsOf(text: string): Paragraph[] {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => {
      const [, number, rest] = /^(\d{1,2})\.\s+(.+)$/s.exec(paragraph) ?? [];
      return number === undefined || rest === undefined
        ? { number: null, text: paragraph }
        : { number: Number(number), text: rest };
    });
}
