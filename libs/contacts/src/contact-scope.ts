import { companiesWithin, contactsWithin, covers } from '@seloste/identity';
import { Forbidden, NotFound, type RequestContext } from '@seloste/kernel';
import type { Reader } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import { Contact } from './contact.entity.js';
import { ContactErased } from './contacts.errors.js';
import type { ContactFieldGroup, ContactResponse, UpdateContact } from './contacts.dto.js';

/**
 * What of a person `c` is open to the caller: conditions, null where it is in everybody they see. Their employer `co`
 * may be a sole trader, and so a person whom the caller does not see.
 */
export interface ContactSight {
  details: string | null;
  employer: string | null;
  /** Sources, bases and the clock. */
  privacy: string | null;
}

/** Values are pushed to `parameters`. */
export const sightOf = (context: RequestContext, parameters: unknown[]): ContactSight => ({
  details: covers(context, 'contacts.read_details', 'contacts.read')
    ? null
    : contactsWithin(context, 'contacts.read_details', 'c', parameters),
  employer: companiesWithin(context, 'companies.read', 'co', parameters),
  privacy: privacyOpenTo(context, parameters),
});

/** Where sources, bases and the clock of a person `c` are open to the caller; null where they are in everybody. */
export const privacyOpenTo = (context: RequestContext, parameters: unknown[]): string | null =>
  covers(context, 'contacts.read_privacy', 'contacts.read')
    ? null
    : contactsWithin(context, 'contacts.read_privacy', 'c', parameters);

/** @throws NotFound for whom the caller does not see, Forbidden for whose privacy the caller does not see */
export async function assertShowsPrivacy(reader: Reader, context: RequestContext, id: string): Promise<void> {
  const parameters: unknown[] = [id];
  const readable = contactsWithin(context, 'contacts.read', 'c', parameters) ?? 'true';
  const open = privacyOpenTo(context, parameters) ?? 'true';
  const [found] = await reader.read<{ isOpen: boolean }>(
    `SELECT ${open} AS "isOpen" FROM contacts c WHERE c.id = $1 AND ${readable}`,
    parameters,
  );
  if (!found) throw new NotFound('contact');
  if (!found.isOpen) throw new Forbidden();
}

const fieldsOf: Record<ContactFieldGroup, (keyof UpdateContact)[]> = {
  contact_details: ['emails', 'phones'],
  privacy: ['sources', 'bases'],
};

/** What the caller is not shown, the caller cannot overwrite. @throws Forbidden */
export function assertShown({ withheld }: ContactResponse, input: UpdateContact): void {
  if (withheld.some((group) => fieldsOf[group].some((field) => input[field] !== undefined)))
    throw new Forbidden();
}

/** The person, kept from others' changes until the transaction ends. @throws NotFound, Forbidden, ContactErased */
export async function lockContact(tx: EntityManager, context: RequestContext, id: string): Promise<Contact> {
  const parameters: unknown[] = [id];
  const readable = contactsWithin(context, 'contacts.read', 'c', parameters) ?? 'true';
  const changeable = contactsWithin(context, 'contacts.update', 'c', parameters) ?? 'true';
  const [found] = await tx.query<{ mayUpdate: boolean }[]>(
    `SELECT ${changeable} AS "mayUpdate" FROM contacts c WHERE c.id = $1 AND ${readable} FOR NO KEY UPDATE OF c`,
    parameters,
  );
  if (!found) throw new NotFound('contact');
  if (!found.mayUpdate) throw new Forbidden();
  const contact = await tx.findOneByOrFail(Contact, { id });
  if (contact.erasedAt !== null) throw new ContactErased();
  return contact;
}
