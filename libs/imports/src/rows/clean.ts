/** What a cell says, without what programs put around it: the same text, in one line unless `lines`. */
export function cleanCell(cell: string, lines = false): string {
  const text = cell
    .normalize('NFC')
    // eslint-disable-next-line no-control-regex -- control characters mean nothing in a list
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028\u2029\ufeff\p{Surrogate}]/gu, '')
    .replace(lines ? /[^\S\n]+/g : /\s+/g, ' ')
    .trim();
  return isNothing(text) ? '' : unguarded(text);
}

/** A dash is what people write where there is nothing. */
const isNothing = (text: string): boolean => /^[-–—]$/.test(text);

/** Excel keeps digits as text with `="0401234567"`; exports defuse formulas with an apostrophe. Neither is part of the value. */
function unguarded(text: string): string {
  const quoted = /^="([^"]*)"$/.exec(text);
  if (quoted) return (quoted[1] ?? '').trim();
  return /^'[=+\-@]/.test(text) ? text.slice(1) : text;
}

/** The parts of a cell that holds several e-mail addresses, telephone numbers or words. */
export const partsOf = (text: string, between: RegExp): string[] =>
  text
    .split(between)
    .map((part) => part.trim())
    .filter((part) => part !== '');
