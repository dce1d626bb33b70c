import { parseQuery } from './parse-query.js';
import type { SearchKind } from './search-kind.js';
import { tsquery } from './tsquery.js';
import { knownCommonness } from './word-statistics.js';

/** Up to this part of all records, a list looks its matches up and sorts them; beyond, it walks in its order and checks. */
const fewShare = 0.03;

/**
 * The `q` of a list as a condition on the record's id: every word begins a word of the record, archived or not.
 * Adds its parameter to `parameters` and refers to it by its place. Either form is one that the planner cannot turn
 * into the other: left to it, a page of a million people took from 10 ms to 10 s.
 */
export function searchCondition(kind: SearchKind, q: string, id: string, parameters: unknown[]): string {
  const tokens = parseQuery(q).map((token) => token.prefix);
  if (tokens.length === 0) return 'false';
  const match = `words @@ $${parameters.push(tsquery(tokens))}::tsquery`;
  const commonness = knownCommonness(kind);
  const isFew = !commonness || commonness.rowsOf(tokens) <= fewShare * commonness.entries;
  return isFew
    ? `${id} = ANY (ARRAY(SELECT ref_id FROM search_entries WHERE kind = '${kind}' AND ${match}))`
    : `(SELECT ${match} FROM search_entries WHERE kind = '${kind}' AND ref_id = ${id})`;
}
