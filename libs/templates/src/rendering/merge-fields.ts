import type { FieldError } from '@seloste/kernel';
import type { PersonValues } from './merge-values.js';

/** What a text may name: `{{firstName|dear reader}}`. */
export const mergeFields = [
  'firstName',
  'lastName',
  'title',
  'areaOfResponsibility',
  'company',
  'ownerName',
] as const;
export type MergeField = (typeof mergeFields)[number];

/** A piece of text, or a value of the reader with what stands there when they have none. */
export type Piece = string | { field: MergeField; fallback: string };

/**
 * A text taken apart at its merge fields.
 * @param field where the text stands, for the problems: an unknown field, one without a fallback, a stray brace
 */
export function piecesOf(text: string, field: string, problems: FieldError[]): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(/\{\{([^{}]*)\}\}/g)) {
    pieces.push(text.slice(end, match.index), pieceOf(match, field, problems));
    end = match.index + match[0].length;
  }
  pieces.push(text.slice(end));
  if (pieces.some((piece) => typeof piece === 'string' && /\{\{|\}\}/.test(piece) && !isNamed(piece)))
    problems.push({ field, code: 'merge_field_broken', message: 'has a brace that belongs to no field' });
  return pieces.filter((piece) => piece !== '');
}

/** A field that is refused stays in the text as it was written. */
const isNamed = (piece: string): boolean => /^\{\{[^{}]*\}\}$/.test(piece);

function pieceOf(match: RegExpMatchArray, field: string, problems: FieldError[]): Piece {
  const [token, inside = ''] = match;
  const [name = '', ...rest] = inside.split('|');
  const known = mergeFields.find((one) => one === name.trim());
  if (known === undefined)
    problems.push({ field, code: 'merge_field_unknown', message: 'names a field that does not exist' });
  else if (rest.length === 0)
    problems.push({
      field,
      code: 'merge_fallback_missing',
      message: 'needs words for readers without a value: {{field|words}}',
    });
  else return { field: known, fallback: rest.join('|').trim() };
  return token;
}

/** What stands in the place of a piece for this reader. */
export const valueOf = ({ field, fallback }: Exclude<Piece, string>, values: PersonValues): string =>
  values[field]?.trim() || fallback;
