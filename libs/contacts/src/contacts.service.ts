import { Injectable } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import { assertMayOwn, defaultOwner } from '@seloste/identity';
import { actingUserId, changesOf, DomainError, newId, type RequestContext } from '@seloste/kernel';
import { Permissions } from '@seloste/permissions';
import { assertVersion, Database, readerOf } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import { Contact } from './contact.entity.js';
import { ContactActs } from './contact-acts.js';
import { ContactReferences } from './contact-references.js';
import { columnsOf, complete, type CompleteInput } from './contact-columns.js';
import { assertShown, lockContact } from './contact-scope.js';
import type { ContactListItem, ContactResponse, CreateContact, UpdateContact } from './contacts.dto.js';
import { insertContacts, type NewContact } from './insert-contacts.js';
import { readContact, readListItems } from './read-contact.js';
import { changedMark, touchesMark } from './restriction/changed-mark.js';
import { holdRestrictions, restrictedAmong } from './restriction/restricted-among.js';
import { ContactNotAccepted } from './restriction/restriction.errors.js';
import {
  changeEmployer,
  replaceBases,
  replacePoints,
  replaceSources,
  type Act,
} from './update-contact-parts.js';

/** The everyday use cases of a person. */
@Injectable()
export class ContactsService {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly references: ContactReferences,
    private readonly acts: ContactActs,
    private readonly permissions: Permissions,
  ) {}

  /** These people, in this order; who is not there or out of reach is left out. The record of the look is the caller's. */
  listByIds(context: RequestContext, ids: string[]): Promise<ContactListItem[]> {
    return readListItems(this.database, context, ids);
  }

  /**
   * @throws InvalidInput without a name, or for an owner or employer that does not exist or is out of reach;
   * ContactNotAccepted for somebody whose processing is restricted; ErasedPerson for somebody who was erased and did not
   * come back by themselves
   */
  async create(context: RequestContext, { comesBack, ...input }: CreateContact): Promise<ContactResponse> {
    await this.references.assertExist(context, input);
    const { ownerId = defaultOwner(context, 'contacts.create') } = input;
    assertMayOwn(context, ['contacts.create'], ownerId);
    const act = await this.acts.begin(context, newId());
    const contact = newContact(complete({ ...input, ownerId }, nobody, act.today), act);
    const refusal = await this.database.transaction(async (tx) => {
      if ((await restrictedAmong(readerOf(tx), [contact])).size > 0) {
        await this.audit.record(tx, context, { action: 'contact.refuse', subjectType: 'contact' });
        return new ContactNotAccepted();
      }
      await this.acts.returns.hold(tx, contact);
      const erased = await this.acts.returns.refusalOf(tx, contact);
      if (erased && !comesBack) {
        await this.audit.record(tx, context, { action: 'contact.refuse_erased', subjectType: 'contact' });
        return erased;
      }
      await insertContacts(tx, [contact], act);
      await this.audit.record(tx, context, {
        action: 'contact.create',
        subjectType: 'contact',
        subjectId: contact.id,
        fields: Object.keys(input).filter((field) => input[field as keyof typeof input] != null),
      });
      if (erased && comesBack)
        await this.acts.returns.record(tx, context, { contactId: act.id, comesBack, at: act.at });
      return null;
    });
    if (refusal) throw refusal;
    return readContact(this.database, { context, permissions: this.permissions }, contact.id);
  }

  /**
   * Changes what is given. The clock does not move (design rule 4).
   * @throws NotFound, Forbidden, StaleVersion, InvalidInput; ContactNotAccepted where they would be taken for somebody
   * whose processing is restricted; ErasedPerson where they are given the address of somebody who was erased
   */
  async update(
    context: RequestContext,
    id: string,
    { comesBack, ...input }: UpdateContact,
    ifMatch?: number,
  ): Promise<ContactResponse> {
    await this.references.assertExist(context, input);
    const act = await this.acts.begin(context, id);
    const outcome = await this.database.transaction(async (tx) => {
      if (touchesMark(input)) await holdRestrictions(tx);
      await this.acts.returns.hold(tx, input);
      // Whoever changes that company's relationship holds it before its people.
      if (input.companyId) await tx.query('SELECT hold_relationship_of($1, false)', [input.companyId]);
      const contact = await lockContact(tx, context, id);
      assertVersion(contact, ifMatch);
      const current = await readContact(readerOf(tx), { context, permissions: this.permissions }, id);
      assertShown(current, input);
      const changes = changesOf(current, complete(input, current, act.today));
      const fields = Object.keys(changes);
      if (fields.length === 0) return 'unchanged';
      if (await becomesRestricted(tx, contact, changes)) {
        await this.audit.record(tx, context, { ...subjectOf(id), action: 'contact.refuse' });
        return new ContactNotAccepted();
      }
      const erased = await this.acts.returns.refusalOf(tx, changes, current);
      if (erased && !comesBack) {
        await this.audit.record(tx, context, { ...subjectOf(id), action: 'contact.refuse_erased' });
        return erased;
      }
      if (changes.ownerId !== undefined)
        assertMayOwn(context, ['contacts.update', 'contacts.assign'], changes.ownerId);
      await write(tx, act, { contact, changes });
      await this.audit.record(tx, context, { ...subjectOf(id), action: 'contact.update', fields });
      if (erased && comesBack)
        await this.acts.returns.record(tx, context, { contactId: act.id, comesBack, at: act.at });
      return 'changed';
    });
    if (outcome instanceof DomainError) throw outcome;
    return this.show(context, id, outcome);
  }

  /** Takes the person out of lists without losing anything. Doing it twice changes nothing. @throws NotFound, Forbidden */
  archive(context: RequestContext, id: string): Promise<ContactResponse> {
    return this.setArchival(context, id, {
      action: 'contact.archive',
      archivedAt: this.acts.now(),
      by: actingUserId(context),
    });
  }

  /** Undoes {@link archive}. @throws NotFound, Forbidden */
  restore(context: RequestContext, id: string): Promise<ContactResponse> {
    return this.setArchival(context, id, { action: 'contact.restore', archivedAt: null, by: null });
  }

  private async setArchival(
    context: RequestContext,
    id: string,
    { action, archivedAt, by }: { action: string; archivedAt: Date | null; by: string | null },
  ): Promise<ContactResponse> {
    const outcome = await this.database.transaction(async (tx) => {
      const contact = await lockContact(tx, context, id);
      if ((contact.archivedAt === null) === (archivedAt === null)) return 'unchanged';
      await tx.update(
        Contact,
        { id },
        { archivedAt, archivedBy: by, version: contact.version + 1, updatedAt: this.acts.now() },
      );
      await this.audit.record(tx, context, { ...subjectOf(id), action, fields: ['archivedAt'] });
      return 'changed';
    });
    return this.show(context, id, outcome);
  }

  /** The person after an act; where the act left no trace, being shown them is a look, and on record as one. */
  private async show(
    context: RequestContext,
    id: string,
    outcome: 'changed' | 'unchanged',
  ): Promise<ContactResponse> {
    const contact = await readContact(this.database, { context, permissions: this.permissions }, id);
    if (outcome === 'unchanged')
      await this.audit.recordRead(context, { ...subjectOf(id), action: 'contact.read' });
    return contact;
  }
}

const subjectOf = (subjectId: string) => ({ subjectType: 'contact', subjectId });

/** Would the person be taken for somebody whose processing is restricted, who were not before? */
async function becomesRestricted(
  tx: EntityManager,
  contact: Contact,
  changes: CompleteInput,
): Promise<boolean> {
  if (!touchesMark(changes)) return false;
  return (await restrictedAmong(readerOf(tx), [await changedMark(tx, contact, changes)])).size > 0;
}

/** Writes what differs; `contact` is as it was. */
async function write(
  tx: EntityManager,
  act: Act,
  { contact, changes }: { contact: Contact; changes: CompleteInput },
): Promise<void> {
  const columns = columnsOf(changes);
  await tx.update(Contact, { id: act.id }, { ...columns, version: contact.version + 1, updatedAt: act.at });
  await replacePoints(tx, act, changes);
  await replaceSources(tx, act, changes);
  await replaceBases(tx, act, changes);
  await changeEmployer(tx, act, { before: contact, after: { ...contact, ...columns } });
}

/** What is known of a person who is new. */
const nobody = { firstName: '', lastName: '', sources: [] };

function newContact(input: CompleteInput, { id }: Act): NewContact {
  const { emails = [], phones = [], bases = [], authorisations = [], interests = [], sources = [] } = input;
  return {
    id,
    firstName: '',
    lastName: '',
    title: null,
    department: null,
    areaOfResponsibility: null,
    language: null,
    companyId: null,
    ownerId: null,
    ...columnsOf(input),
    ...{ emails, phones, bases, authorisations, interests },
    sources: sources.map(({ kind, what, when }) => ({ kind, what, collectedOn: when })),
  };
}
