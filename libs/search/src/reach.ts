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
   * Where addresses and numbers are kept from the caller, or an employer who is a person, only a name may match: may
   * the record match by anything? Null: every one may.
   */
  anyWord(kind: SearchKind, ref: string, parameters: unknown[]): string | null {
    if (kind === 'interaction') return null;
    const details = covers(this.context, 'contacts.read_details', 'contacts.read')
      ? null
      : within[kind](this.context, 'contacts.read_details', 'found_in', parameters);
    if (kind === 'company')
      return existing(
        kind,
        ref,
        details && `(found_in.legal_form IS DISTINCT FROM 'sole_trader' OR ${details})`,
      );
    const conditions = [details, this.visibleEmployer(parameters)].filter((one) => one !== null);
    return existing(kind, ref, conditions.length > 0 ? conditions.join(' AND ') : null);
  }

  /** The words of a person's entry hold the name of their employer, who may be a sole trader out of reach. */
  private visibleEmployer(parameters: unknown[]): string | null {
    const condition = companiesWithin(this.context, 'companies.read', 'employer', parameters);
    return (
      condition &&
      `(found_in.company_id IS NULL OR EXISTS (SELECT 1 FROM companies employer WHERE employer.id = found_in.company_id AND ${condition}))`
    );
  }

  private exists(
    kind: SearchKind,
    permission: Permission,
    ref: string,
    parameters: unknown[],
  ): string | null {
    return existing(kind, ref, within[kind](this.context, permission, 'found_in', parameters));
  }
}

/** Is there a record `ref` that meets the condition? Null where nothing is asked. */
const existing = (kind: SearchKind, ref: string, condition: string | null): string | null =>
  condition && `EXISTS (SELECT 1 FROM ${tables[kind]} found_in WHERE found_in.id = ${ref} AND ${condition})`;
