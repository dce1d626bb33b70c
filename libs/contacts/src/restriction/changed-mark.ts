import type { EntityManager } from 'typeorm';
import { columnsOf, type CompleteInput } from '../contact-columns.js';
import { ContactPoint } from '../contact-point.entity.js';
import type { Contact } from '../contact.entity.js';
import type { PersonMark } from '../match-contacts.js';

/** By what somebody is taken for somebody else. */
const marking = ['firstName', 'lastName', 'companyId', 'emails', 'phones'] as const;

/** Does a change, or what asks for one, touch what a person is known by? */
export const touchesMark = (changes: object): boolean => marking.some((field) => field in changes);

/**
 * By what a person will be newly known after `changes`: addresses that are given; numbers that are given, or that a new
 * name stands beside; and the name at the company where neither address nor number is left. An address that stays makes
 * nobody a twin who was none.
 */
export async function changedMark(
  tx: EntityManager,
  contact: Contact,
  changes: CompleteInput,
): Promise<PersonMark> {
  const points = await tx.findBy(ContactPoint, { contactId: contact.id });
  const kept = (kind: ContactPoint['kind']) =>
    points.filter((point) => point.kind === kind).map(({ value }) => value);
  const { emails = kept('email'), phones = kept('phone') } = changes;
  const { firstName, lastName, companyId } = { ...contact, ...columnsOf(changes) };
  const isRenamed = changes.firstName !== undefined || changes.lastName !== undefined;
  return {
    firstName,
    lastName,
    emails: changes.emails ?? [],
    phones: changes.phones ?? (isRenamed ? phones : []),
    companyId: emails.length + phones.length === 0 ? companyId : null,
  };
}
