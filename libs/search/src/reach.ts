import { companiesWithin, contactsWithin, covers, interactionsWithin } from '@seloste/identity';
import type { Permission, RequestContext } from '@seloste/kernel';
import type { SearchKind } from './search-kind.js';

const tables: Record<SearchKind, string> = {
  contact: 'contacts',
  company: 'companies',
  interaction: 'interactions',
};

/** Whose texts a caller may look through: a match in a text that is kept from them would give the text away. */
const searched: Record<SearchKind, Permission> = {
  contact: 'contacts.read',
  company: 'companies.read',
  interaction: 'interactions.read_bodies',
};

const within = { contact: contactsWithin, company: companiesWithin, interaction: interactionsWithin };

/** Entries that a caller may find, as conditions on `ref` (SQL of type uuid); values are pushed to `parameters`. */
export class Reach {
  constructor(private readonly context: RequestContext) {}

  /** Is the record within reach? Null: every one is. */
  record(kind: SearchKind, ref: string, parameters: unknown[]): string | null {
    return this.exists(kind, searched[kind], ref, parameters);
  }

  /**
   * Where addresses and numbers are kept from the caller, only a name may match: may the record match by anything?
   * Null: every one may.
   */
  anyWord(kind: SearchKind, ref: string, parameters: unknown[]): string | null {
    if (kind !== 'contact' || covers(this.context, 'contacts.read_details', 'contacts.read')) return null;
    return this.exists(kind, 'contacts.read_details', ref, parameters);
  }

  private exists(
    kind: SearchKind,
    permission: Permission,
    ref: string,
    parameters: unknown[],
  ): string | null {
    const condition = within[kind](this.context, permission, 'found_in', parameters);
    return condition === null
      ? null
      : `EXISTS (SELECT 1 FROM ${tables[kind]} found_in WHERE found_in.id = ${ref} AND ${condition})`;
  }
}
