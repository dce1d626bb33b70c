import { companiesWithin, contactsWithin } from '@seloste/identity';
import { Forbidden, NotFound, type Permission, type RequestContext } from '@seloste/kernel';
import type { Reader } from '@seloste/platform';

/** Whom evidence is about: a person, or a company. */
export type Subject = { contactId: string; companyId?: never } | { companyId: string; contactId?: never };

export const idOf = ({ contactId, companyId }: Subject): string => contactId ?? companyId;

/** The record that an act is about, as the audit record names it. */
export const subjectOf = (subject: Subject) => ({
  subjectType: subject.contactId === undefined ? 'company' : 'contact',
  subjectId: idOf(subject),
});

/** @throws NotFound for whom the caller does not see; Forbidden where `permission` does not reach so far */
export async function assertReaches(
  reader: Reader,
  context: RequestContext,
  { subject, permission }: { subject: Subject; permission: Permission },
): Promise<void> {
  const parameters: unknown[] = [idOf(subject)];
  const isCompany = subject.contactId === undefined;
  const within = isCompany ? companiesWithin : contactsWithin;
  const seen = within(context, isCompany ? 'companies.read' : 'contacts.read', 's', parameters) ?? 'true';
  const open = within(context, permission, 's', parameters) ?? 'true';
  const [found] = await reader.read<{ isOpen: boolean }>(
    `SELECT ${open} AS "isOpen" FROM ${isCompany ? 'companies' : 'contacts'} s WHERE s.id = $1 AND ${seen}`,
    parameters,
  );
  if (!found) throw new NotFound(isCompany ? 'company' : 'contact');
  if (!found.isOpen) throw new Forbidden();
}
