import type { Token } from './parse-query.js';
import type { Wanted } from './plan-steps.js';
import type { SearchKind } from './search-kind.js';
import { beginning, type Alternatives } from './tsquery.js';
import type { WordAlternatives } from './word-alternatives.js';

/**
 * What was typed, as it is. The record's own name goes before the rest of the entry, whole words before beginnings;
 * the last word is still being typed, so the others being whole is next best.
 */
export function asTyped(kind: SearchKind, tokens: Token[]): Wanted {
  const exact = tokens.map((token) => token.exact);
  const all = tokens.map((token) => token.prefix);
  const name = kind === 'interaction' ? null : present(tokens.map((token) => token.namePrefix));
  const nameExact = present(tokens.map((token) => token.nameExact));
  if (!name || !nameExact) return { kind, all, name: null, fullName: null, named: null, tiers: [exact] };
  const whileTyping = [...nameExact.slice(0, -1), ...name.slice(-1)];
  const fullName = tokens.length > 1 ? [[[beginning(`=${tokens.map(({ word }) => word).join(' ')}`)]]] : null;
  return { kind, all, name, fullName, named: name, tiers: [nameExact, whileTyping, name, exact] };
}

/**
 * What was typed, or words that hold it, or words one slip away, in this order; in the name before anywhere else.
 * @returns null where the dictionary knows nothing but what was typed
 */
export function loosely(
  kind: SearchKind,
  tokens: Token[],
  words: Map<string, WordAlternatives>,
): Wanted | null {
  const parts = tokens.map(({ prefix, word }) => [...prefix, ...known(words, word).parts]);
  const all = tokens.map(({ word }, i) => [...(parts[i] ?? []), ...known(words, word).slips]);
  if (all.every((ways, i) => ways.length === tokens[i]?.prefix.length)) return null;
  if (kind === 'interaction' || tokens.some(({ word }) => word === null))
    return { kind, all, name: null, fullName: null, named: null, tiers: [parts] };
  const named = inName(all);
  return { kind, all, name: null, fullName: null, named, tiers: [inName(parts), parts, named] };
}

const inName = (tokens: Alternatives[]): Alternatives[] =>
  tokens.map((ways) => ways.map((way) => way.map((lexeme) => ({ ...lexeme, text: `=${lexeme.text}` }))));

const known = (words: Map<string, WordAlternatives>, word: string | null): WordAlternatives =>
  (word === null ? undefined : words.get(word)) ?? { parts: [], slips: [] };

const present = (tokens: (Alternatives | null)[]): Alternatives[] | null =>
  tokens.every((token) => token !== null) ? tokens : null;
