import { companiesWithin, contactsWithin, interactionsWithin } from '@seloste/identity';
import type { RequestContext } from '@seloste/kernel';

/** What of an interaction `i` at a company `co` a caller sees: SQL expressions, their values in `parameters`. */
export interface Sight {
  /** Type boolean, unknown where nobody wrote it: the text as well? Null: always. */
  body: string | null;
  /** Type boolean, on a participant `c`. Null: everybody. */
  person: string | null;
  /** Type boolean. Null: always. */
  company: string | null;
}

/** @see Sight */
export const sightOf = (context: RequestContext, parameters: unknown[]): Sight => ({
  body: interactionsWithin(context, 'interactions.read_bodies', 'i', parameters),
  person: contactsWithin(context, 'contacts.read', 'c', parameters),
  company: companiesWithin(context, 'companies.read', 'co', parameters),
});
