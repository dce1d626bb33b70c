import type { Language } from '@seloste/kernel';

/** A piece of a letter: a paragraph, a link with what to call it, or a longer text of somebody else's words. */
export type Block = string | { link: string; label: string } | { quote: string };

/** Each text on a line of its own, inside one paragraph. */
export const linesOf = (texts: readonly string[]): string => texts.map((text) => `– ${text}`).join('\n');

/** What is to be said, before it has a form. */
export interface Letter {
  subject: string;
  body: Block[];
}

/** A letter as it travels: both parts say the same. */
export interface RenderedLetter {
  subject: string;
  text: string;
  html: string;
}

/** The letter as plain text and as HTML that needs nothing from anywhere. */
export function render({ subject, body }: Letter, language: Language): RenderedLetter {
  return {
    subject,
    text: `${body.map(textOf).join('\n\n')}\n`,
    html: page(subject, body.map(htmlOf).join('\n'), language),
  };
}

const textOf = (block: Block): string => {
  if (typeof block === 'string') return block;
  if ('link' in block) return `${block.label}:\n${block.link}`;
  return block.quote
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');
};

const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
const withBreaks = (text: string): string => escape(text).replace(/\n/g, '<br>');

const htmlOf = (block: Block): string => {
  if (typeof block === 'string') return `<p>${withBreaks(block)}</p>`;
  if ('link' in block)
    return `<p><a href="${escape(block.link)}" style="display:inline-block;padding:10px 18px;border-radius:6px;background:#1f4fd8;color:#ffffff;text-decoration:none">${escape(block.label)}</a></p>
<p style="font-size:13px;color:#555555;word-break:break-all">${escape(block.link)}</p>`;
  return `<blockquote style="margin:16px 0;padding:0 0 0 12px;border-left:3px solid #cccccc">${withBreaks(block.quote)}</blockquote>`;
};

const page = (title: string, body: string, language: Language): string => `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><title>${escape(title)}</title></head>
<body style="margin:0;padding:24px;font-family:Arial,Helvetica,sans-serif;font-size:15px;line-height:1.5;color:#222222">
<div style="max-width:560px">
${body}
</div>
</body>
</html>
`;
