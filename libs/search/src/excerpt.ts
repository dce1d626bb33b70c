import { wordsOf } from './fold.js';
import type { Lexeme } from './tsquery.js';

const before = 60;
const after = 110;

/** Whether one of the lexemes is among the words of a text. */
const holds = (text: string, lexemes: Lexeme[]): boolean =>
  wordsOf(text).some((word) =>
    lexemes.some((lexeme) => (lexeme.prefix ? word.startsWith(lexeme.text) : word === lexeme.text)),
  );

/**
 * A few words around the first that matches, on one line; the beginning where none does.
 * @returns null for an empty text
 */
export function excerptOf(text: string, lexemes: Lexeme[]): string | null {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line === '') return null;
  const hit = [...line.matchAll(/\S+/g)].find(([piece]) => holds(piece, lexemes))?.index ?? 0;
  const start = hit <= before ? 0 : line.indexOf(' ', hit - before) + 1;
  const limit = hit + after;
  const end =
    line.length <= limit ? line.length : Math.max(line.lastIndexOf(' ', limit), Math.min(hit + 1, limit));
  return `${start > 0 ? '… ' : ''}${line.slice(start, end)}${end < line.length ? ' …' : ''}`;
}
