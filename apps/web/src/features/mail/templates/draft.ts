import type { Language, MailBlock, MailContent } from '../../../api/model.js';

/** A text in up to three languages, as the editor holds it. */
export type Contents = Partial<Record<Language, MailContent | null>>;

export const newContent = (): MailContent => ({
  subject: '',
  preheader: null,
  blocks: [{ type: 'text', text: '' }],
  mjml: null,
});

export const newBlock = (type: MailBlock['type']): MailBlock =>
  type === 'button'
    ? { type, text: '', url: 'https://' }
    : type === 'divider'
      ? { type }
      : { type, text: '' };

/** The list with one block moved up (-1) or down (1); beyond an end it stays where it is. */
export function moved(blocks: readonly MailBlock[], index: number, by: -1 | 1): MailBlock[] {
  const list = [...blocks];
  const [block] = list.splice(index, 1);
  if (block) list.splice(Math.min(Math.max(index + by, 0), list.length), 0, block);
  return list;
}

/** Problems by the place that they are at: `contents.fi.blocks.2.text` → `fi`, `blocks.2.text`. */
export function problemsOf(
  fields: readonly { field: string; code: string }[],
  language: Language,
): Map<string, string> {
  const start = `contents.${language}.`;
  return new Map(
    fields.flatMap(({ field, code }) =>
      field.startsWith(start) ? [[field.slice(start.length), code] as const] : [],
    ),
  );
}
