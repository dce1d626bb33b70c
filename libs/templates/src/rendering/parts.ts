import { randomBytes } from 'node:crypto';
import type { FieldError } from '@seloste/kernel';
import { piecesOf, valueOf } from './merge-fields.js';
import type { MergeValues } from './merge-values.js';

type Read = (values: MergeValues) => string;
type Holds = (values: MergeValues) => boolean;

/** Fixed text, a value, or parts that are there for some readers only. */
export type Part = string | { read: Read } | { when: Holds; parts: Part[] };

type Mark = { read: Read } | { when: Holds } | 'end';

/**
 * Places in a text that survive MJML, Markdown and the way to plain text: each is a word that nobody can have written,
 * and becomes a {@link Part} when all of that is done.
 */
export class Marks {
  private readonly nonce = `m${randomBytes(8).toString('hex')}n`;
  private readonly marks: Mark[] = [];

  /** The text with its merge fields marked. @param field where it stands, for `problems` */
  fieldsOf(text: string, field: string, problems: FieldError[]): string {
    return piecesOf(text, field, problems)
      .map((piece) =>
        typeof piece === 'string' ? piece : this.mark({ read: (values) => valueOf(piece, values) }),
      )
      .join('');
  }

  value(read: Read): string {
    return this.mark({ read });
  }

  /** Where something begins that only some readers get; it ends at the next {@link end}. */
  begin(when: Holds): string {
    return this.mark({ when });
  }

  end(): string {
    return this.mark('end');
  }

  isIn(text: string): boolean {
    return text.includes(this.nonce);
  }

  partsOf(text: string): Part[] {
    const open: { when: Holds | null; parts: Part[] }[] = [{ when: null, parts: [] }];
    // With one group in the pattern, every second item is the number of a mark.
    text.split(this.pattern).forEach((item, index) => {
      const mark = index % 2 === 1 ? this.marks[Number(item)] : undefined;
      const inner = open.at(-1);
      if (mark === undefined) inner?.parts.push(item);
      else if (mark === 'end') {
        const done = open.pop();
        if (done?.when) open.at(-1)?.parts.push({ when: done.when, parts: done.parts });
      } else if ('when' in mark) open.push({ when: mark.when, parts: [] });
      else inner?.parts.push(mark);
    });
    return open[0]?.parts.filter((part) => part !== '') ?? [];
  }

  private get pattern(): RegExp {
    return new RegExp(`${this.nonce}(\\d+)x`, 'g');
  }

  private mark(mark: Mark): string {
    return `${this.nonce}${this.marks.push(mark) - 1}x`;
  }
}

/** The parts put together for one reader; `escape` is what happens to values. */
export function joined(
  parts: readonly Part[],
  values: MergeValues,
  escape: (value: string) => string,
): string {
  let text = '';
  for (const part of parts)
    if (typeof part === 'string') text += part;
    else if ('read' in part) text += escape(part.read(values));
    else if (part.when(values)) text += joined(part.parts, values, escape);
  return text;
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export const escapeHtml = (text: string): string =>
  /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (character) => entities[character] ?? '') : text;
