import type { RequestContext } from '@seloste/kernel';
import { parseQuery, type Token } from './parse-query.js';
import { Reach } from './reach.js';
import type { SearchKind } from './search-kind.js';
import { tsquery } from './tsquery.js';
import { knownCommonness } from './word-statistics.js';

/** Up to this part of all records, a list looks its matches up and sorts them; beyond, it walks in its order and checks. */
const fewShare = 0.03;

/**
 * The `q` of a list as a condition on the record's id: every word begins a word of the record, archived or not.
 * Adds its parameters to `parameters` and refers to them by their places. Where addresses and numbers are kept from the
 * caller, only a name matches. Either form is one that the planner cannot turn into the other: left to it, a page of a
 * million people took from 10 ms to 10 s.
 */
export function searchCondition(
  context: RequestContext,
  kind: SearchKind,
  { q, id, parameters }: { q: string; id: string; parameters: unknown[] },
): string {
  const typed = parseQuery(q);
  const tokens = typed.map((token) => token.prefix);
  if (tokens.length === 0) return 'false';
  const match = `words @@ $${parameters.push(tsquery(tokens))}::tsquery`;
  const commonness = knownCommonness(kind);
  const isFew = !commonness || commonness.rowsOf(tokens) <= fewShare * commonness.entries;
  const found = isFew
    ? `${id} = ANY (ARRAY(SELECT ref_id FROM search_entries WHERE kind = '${kind}' AND ${match}))`
    : `(SELECT ${match} FROM search_entries WHERE kind = '${kind}' AND ref_id = ${id})`;
  const anyWord = new Reach(context).anyWord(kind, id, parameters);
  return anyWord === null ? found : `${found} AND (${anyWord} OR ${inName(kind, typed, id, parameters)})`;
}

/** Every word begins a word of the record's name. */
function inName(kind: SearchKind, typed: Token[], id: string, parameters: unknown[]): string {
  const names = typed.flatMap((token) => (token.namePrefix === null ? [] : [token.namePrefix]));
  if (names.length < typed.length) return 'false';
  return `(SELECT words @@ $${parameters.push(tsquery(names))}::tsquery FROM search_entries WHERE kind = '${kind}' AND ref_id = ${id})`;
}
