import { parseQuery } from './parse-query.js';
import type { SearchKind } from './search-kind.js';
import { tsquery } from './tsquery.js';

/**
 * The `q` of a list as a condition on the record's id: every word begins a word of the record, archived or not.
 * Adds its parameter to `parameters` and refers to it by its place.
 */
export function searchCondition(kind: SearchKind, q: string, id: string, parameters: unknown[]): string {
  const tokens = parseQuery(q);
  if (tokens.length === 0) return 'false';
  const match = `$${parameters.push(tsquery(tokens.map((token) => token.prefix)))}::tsquery`;
  return `${id} IN (SELECT ref_id FROM search_entries WHERE kind = '${kind}' AND words @@ ${match})`;
}
