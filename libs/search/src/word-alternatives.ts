import type { Reader } from '@seloste/platform';
import { oneSlipAway } from './edits.js';
import type { SearchKind } from './search-kind.js';
import { beginning, exactly, type Alternatives } from './tsquery.js';

/** What else a typed word may mean, from the dictionary of one kind. */
export interface WordAlternatives {
  /** Words that hold it. */
  parts: Alternatives;
  /** Words, or beginnings of words, one slip away. */
  slips: Alternatives;
}

const mostAlternatives = 20;
/** Shorter words are in everything, or one slip away from everything. */
export const shortestPart = 3;
const shortestSlip = 4;

interface PartRow {
  token: number;
  kind: SearchKind;
  word: string;
}

interface SlipRow extends PartRow {
  whole: boolean;
}

const partsOf = (kind: SearchKind) => `
  SELECT token::int, '${kind}' AS kind, word FROM unnest($1::text[]) WITH ORDINALITY AS typed (part, token)
  CROSS JOIN LATERAL (
    SELECT DISTINCT word, length(word) FROM (
      SELECT word FROM search_words WHERE kind = '${kind}' AND word LIKE '%' || part || '%' LIMIT 500) AS holding
    ORDER BY length(word), word LIMIT ${mostAlternatives}) AS best`;

/** The first word that is not before the guess is the guess itself, begins with it, or shows that nothing does. */
const slipsOf = (kind: SearchKind) => `
  SELECT token, '${kind}' AS kind, guess AS word, next.word = guess AS whole
  FROM unnest($1::int[], $2::text[]) AS guessed (token, guess)
  CROSS JOIN LATERAL (
    SELECT word FROM search_words WHERE kind = '${kind}' AND word >= guess COLLATE "C" ORDER BY word LIMIT 1) AS next
  WHERE starts_with(next.word, guess)`;

/** People are also known by their company's words. */
const dictionariesOf: Record<SearchKind, SearchKind[]> = {
  contact: ['contact', 'company'],
  company: ['company'],
  interaction: ['interaction'],
};

/** The dictionary's answers about some words, for each kind that asks. */
export class Alternates {
  constructor(
    private readonly parts: PartRow[],
    private readonly slips: SlipRow[],
  ) {}

  /** `token` counts from 1. */
  of(kind: SearchKind, token: number): WordAlternatives {
    const isOurs = (row: PartRow) => row.token === token && dictionariesOf[kind].includes(row.kind);
    const parts = new Set(this.parts.filter(isOurs).map(({ word }) => word));
    const slips = this.slips.filter(isOurs).toSorted((a, b) => Number(b.whole) - Number(a.whole));
    return {
      parts: [...parts].slice(0, mostAlternatives).map((word) => [exactly(word)]),
      slips: slips
        .slice(0, mostAlternatives)
        .map(({ word, whole }) => [whole && word.length <= shortestSlip ? exactly(word) : beginning(word)]),
    };
  }
}

/** Asks the dictionary of these kinds what the words may mean; slips only where they are asked for. */
export async function readAlternates(
  reader: Reader,
  words: string[],
  kinds: { parts: SearchKind[]; slips: SearchKind[] },
): Promise<Alternates> {
  const [parts, slips] = await Promise.all([
    readParts(reader, words, dictionaries(kinds.parts)),
    readSlips(reader, words, dictionaries(kinds.slips)),
  ]);
  return new Alternates(parts, slips);
}

const dictionaries = (kinds: SearchKind[]) => [...new Set(kinds.flatMap((kind) => dictionariesOf[kind]))];

async function readParts(reader: Reader, words: string[], kinds: SearchKind[]): Promise<PartRow[]> {
  // A word that is too short is sent as one that nothing holds, so that the others keep their places.
  const parts = words.map((word) => (word.length >= shortestPart ? word : ' '));
  if (kinds.length === 0 || parts.every((part) => part === ' ')) return [];
  return reader.read<PartRow>(kinds.map(partsOf).join(' UNION ALL '), [parts]);
}

async function readSlips(reader: Reader, words: string[], kinds: SearchKind[]): Promise<SlipRow[]> {
  const guesses = words.flatMap((word, i) =>
    word.length < shortestSlip ? [] : oneSlipAway(word).map((guess) => ({ token: i + 1, guess })),
  );
  if (kinds.length === 0 || guesses.length === 0) return [];
  const rows = await reader.read<SlipRow>(kinds.map(slipsOf).join(' UNION ALL '), [
    guesses.map(({ token }) => token),
    guesses.map(({ guess }) => guess),
  ]);
  // The beginning of a word is a guess worth having only when enough of it was typed.
  return rows.filter(({ word, whole }) => whole || word.length > shortestSlip);
}
