import { companiesWithin, contactsWithin, interactionsWithin } from '@seloste/identity';
import { Forbidden, InvalidInput, NotFound, type Permission, type RequestContext } from '@seloste/kernel';
import { Conditions } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import type { Interaction } from './interaction.entity.js';
import type { UpdateInteraction } from './interactions.dto.js';

/** With whom and at which company something happened. */
export interface Subjects {
  contactIds: string[];
  companyId: string | null;
}

/** With whom and at which company it happened, those included whom a caller does not see. */
export async function subjectsOf(tx: EntityManager, interaction: Interaction): Promise<Subjects> {
  const rows = await tx.query<{ id: string }[]>(
    'SELECT contact_id AS id FROM interaction_participants WHERE interaction_id = $1 ORDER BY position',
    [interaction.id],
  );
  return { contactIds: rows.map(({ id }) => id), companyId: interaction.companyId };
}

/**
 * The subjects of a new interaction; the company defaults to the first person's employer.
 * @throws InvalidInput for somebody or a company out of the caller's reach as for one who is not there
 */
export async function newSubjects(
  tx: EntityManager,
  context: RequestContext,
  { contactIds = [], companyId }: { contactIds?: string[]; companyId?: string | null },
): Promise<Subjects> {
  const people = await assertPeopleWithin(tx, { context, permission: 'interactions.create' }, contactIds);
  const employer = people.find((person) => person.id === contactIds[0])?.companyId ?? null;
  if (companyId && companyId !== employer) await assertCompanyWithin(tx, context, companyId);
  return assertSome({ contactIds, companyId: companyId === undefined ? employer : companyId });
}

/**
 * The subjects after an edit: those whom the caller names or left as they were, and those whom the caller does not see.
 * Whoever is new in it is within reach of the caller's writing, as in a new interaction.
 * @param was all subjects, and `seen` those people of them whom the caller sees
 * @throws InvalidInput as for new ones
 */
export async function changedSubjects(
  tx: EntityManager,
  context: RequestContext,
  { was, seen, changes }: { was: Subjects; seen: string[]; changes: UpdateInteraction },
): Promise<Subjects> {
  const { contactIds = seen, companyId = was.companyId } = changes;
  const unseen = was.contactIds.filter((id) => !seen.includes(id));
  await assertPeopleWithin(tx, { context, permission: 'contacts.read' }, contactIds);
  const added = contactIds.filter((id) => !was.contactIds.includes(id));
  await assertPeopleWithin(tx, { context, permission: 'interactions.create', among: contactIds }, added);
  if (companyId !== null && companyId !== was.companyId) await assertCompanyWithin(tx, context, companyId);
  return assertSome({ contactIds: [...contactIds, ...unseen], companyId });
}

/** @throws Forbidden where the caller may read the interaction, but not change it */
export async function assertMayUpdate(tx: EntityManager, context: RequestContext, id: string): Promise<void> {
  const conditions = new Conditions();
  conditions.add(id, (p) => `i.id = ${p}`);
  const within = interactionsWithin(context, 'interactions.update', 'i', conditions.parameters);
  if (within === null) return;
  conditions.keep(within);
  const rows = await tx.query<unknown[]>(
    `SELECT 1 FROM interactions i WHERE ${conditions.where.join(' AND ')}`,
    conditions.parameters,
  );
  if (rows.length === 0) throw new Forbidden();
}

/** Nobody edits something away from themselves: as for subjects that are not there. @throws InvalidInput */
export function asOutOfReach(error: unknown): never {
  if (!(error instanceof NotFound)) throw error;
  throw InvalidInput.of('contactIds', 'out_of_reach', 'would take it out of your own sight');
}

function assertSome(subjects: Subjects): Subjects {
  if (subjects.contactIds.length === 0 && subjects.companyId === null)
    throw InvalidInput.of('contactIds', 'required', 'at least one person or a company is needed');
  return subjects;
}

/**
 * These people, kept from being restricted or erased until the transaction ends.
 * @param among the list as it was given, when `contactIds` are some of it
 * @throws InvalidInput
 */
async function assertPeopleWithin(
  tx: EntityManager,
  { context, permission, among }: { context: RequestContext; permission: Permission; among?: string[] },
  contactIds: string[],
): Promise<{ id: string; companyId: string | null }[]> {
  if (contactIds.length === 0) return [];
  const conditions = new Conditions();
  conditions.add(contactIds, (p) => `c.id = ANY(${p}) AND c.erased_at IS NULL`);
  conditions.keep(contactsWithin(context, permission, 'c', conditions.parameters));
  const people = await tx.query<{ id: string; companyId: string | null }[]>(
    `SELECT c.id, c.company_id AS "companyId" FROM contacts c
     WHERE ${conditions.where.join(' AND ')} FOR KEY SHARE OF c`,
    conditions.parameters,
  );
  const missing = contactIds.find((id) => !people.some((person) => person.id === id));
  if (missing !== undefined)
    throw InvalidInput.of(
      `contactIds.${(among ?? contactIds).indexOf(missing)}`,
      'not_found',
      'must be a person of the register',
    );
  return people;
}

/** @throws InvalidInput */
async function assertCompanyWithin(
  tx: EntityManager,
  context: RequestContext,
  companyId: string,
): Promise<void> {
  const conditions = new Conditions();
  conditions.add(companyId, (p) => `co.id = ${p}`);
  conditions.keep(companiesWithin(context, 'companies.read', 'co', conditions.parameters));
  const rows = await tx.query<unknown[]>(
    `SELECT 1 FROM companies co WHERE ${conditions.where.join(' AND ')}`,
    conditions.parameters,
  );
  if (rows.length === 0) throw InvalidInput.of('companyId', 'not_found', 'must be a company of the register');
}
