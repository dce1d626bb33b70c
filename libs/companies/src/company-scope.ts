import { companiesWithin, contactsWithin, covers, interactionsWithin } from '@seloste/identity';
import { Forbidden, NotFound, type Permission, type RequestContext } from '@seloste/kernel';
import type { EntityManager } from 'typeorm';
import type { CompanyFieldGroup, CompanyResponse, UpdateCompany } from './companies.dto.js';
import { Company } from './company.entity.js';

/** Where a field group of a company `c` is open to the caller: a condition, or null where it is in every company they see. */
export interface CompanySight {
  details: string | null;
  privacy: string | null;
  billing: string | null;
}

/** What a list shows of companies `c`; values are pushed to `parameters`. */
export const detailsOpenTo = (context: RequestContext, parameters: unknown[]): string | null =>
  personalGroupOpenTo(context, 'contacts.read_details', parameters);

/** What a company's own page shows of it; values are pushed to `parameters`. */
export const sightOf = (context: RequestContext, parameters: unknown[]): CompanySight => ({
  details: detailsOpenTo(context, parameters),
  privacy: personalGroupOpenTo(context, 'contacts.read_privacy', parameters),
  billing: covers(context, 'companies.read_billing', 'companies.read')
    ? null
    : companiesWithin(context, 'companies.read_billing', 'c', parameters),
});

/** A sole trader is a person: who may not see a person's contact details or privacy does not see theirs either. */
function personalGroupOpenTo(
  context: RequestContext,
  group: Permission,
  parameters: unknown[],
): string | null {
  if (covers(context, group, 'contacts.read')) return null;
  const open = companiesWithin(context, group, 'c', parameters);
  return open && `(c.legal_form IS DISTINCT FROM 'sole_trader' OR ${open})`;
}

/** The number of people at `c` whom the caller sees, archived ones aside. */
export function contactCount(context: RequestContext, parameters: unknown[]): string {
  const within = contactsWithin(context, 'contacts.read', 'p', parameters);
  const visible = within === null ? '' : ` AND ${within}`;
  return `(SELECT count(*)::int FROM contacts p WHERE p.company_id = c.id AND p.archived_at IS NULL${visible})`;
}

/** When something last happened at `c` that the caller sees: counted anew for who does not see everything. */
export function lastInteraction(context: RequestContext, parameters: unknown[]): string {
  const within = interactionsWithin(context, 'interactions.read', 'i', parameters);
  if (within === null) return 'c.last_interaction_at';
  return `(SELECT i.occurred_at FROM interactions i WHERE i.company_id = c.id AND ${within}
    ORDER BY i.occurred_at DESC, i.id DESC LIMIT 1)`;
}

const fieldsOf: Record<CompanyFieldGroup, (keyof UpdateCompany)[]> = {
  contact_details: ['phone', 'email', 'website', 'addresses'],
  privacy: ['source'],
  billing: ['billing'],
};

/** What the caller is not shown, the caller cannot overwrite. @throws Forbidden */
export function assertShown({ withheld }: CompanyResponse, input: UpdateCompany): void {
  if (withheld.some((group) => fieldsOf[group].some((field) => input[field] !== undefined)))
    throw new Forbidden();
}

/** The company, kept from others' changes until the transaction ends. @throws NotFound, Forbidden */
export async function lockCompany(tx: EntityManager, context: RequestContext, id: string): Promise<Company> {
  const parameters: unknown[] = [id];
  const readable = companiesWithin(context, 'companies.read', 'c', parameters) ?? 'true';
  const changeable = companiesWithin(context, 'companies.update', 'c', parameters) ?? 'true';
  const [found] = await tx.query<{ mayUpdate: boolean }[]>(
    `SELECT ${changeable} AS "mayUpdate" FROM companies c WHERE c.id = $1 AND ${readable} FOR NO KEY UPDATE OF c`,
    parameters,
  );
  if (!found) throw new NotFound('company');
  if (!found.mayUpdate) throw new Forbidden();
  return tx.findOneByOrFail(Company, { id });
}
