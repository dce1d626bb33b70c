import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import { Calendar } from '@seloste/identity';
import { actingUserId, newId, NotFound, type Clock, type Page, type RequestContext } from '@seloste/kernel';
import { assertVersion, CLOCK, Database, languageOf, readerOf } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import { Contact } from './contact.entity.js';
import { ContactReferences } from './contact-references.js';
import { changedFields, columnsOf, sourcesOf } from './contact-columns.js';
import type { ContactQuery } from './contact-query.dto.js';
import type { ContactListItem, ContactResponse, CreateContact, UpdateContact } from './contacts.dto.js';
import { insertContacts, type NewContact } from './insert-contacts.js';
import { listContacts } from './list-contacts.js';
import { readContact, readListItems } from './read-contact.js';
import { firstClock } from './retention-clock.js';
import { changeEmployer, replaceBases, replacePoints, replaceSources } from './update-contact-parts.js';

/** The everyday use cases of a person. */
@Injectable()
export class ContactsService {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly references: ContactReferences,
    private readonly calendar: Calendar,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  list(query: ContactQuery): Promise<Page<ContactListItem>> {
    return listContacts(this.database, query);
  }

  /** These people, in this order; who is not there is left out. */
  listByIds(ids: string[]): Promise<ContactListItem[]> {
    return readListItems(this.database, ids);
  }

  /** @throws NotFound */
  get(context: RequestContext, id: string): Promise<ContactResponse> {
    return readContact(this.database, id, languageOf(context));
  }

  /** @throws InvalidInput without a name, or for an owner or employer that does not exist. */
  async create(context: RequestContext, input: CreateContact): Promise<ContactResponse> {
    await this.references.assertExist(input);
    const by = actingUserId(context);
    const contact = newContact(input, await this.calendar.today(), by);
    await this.database.transaction(async (tx) => {
      await insertContacts(tx, [contact], this.clock.now(), by);
      await this.audit.record(tx, context, {
        action: 'contact.create',
        subjectType: 'contact',
        subjectId: contact.id,
        fields: Object.keys(input).filter((field) => input[field as keyof CreateContact] != null),
      });
    });
    return this.get(context, contact.id);
  }

  /** Changes what is given. The clock does not move (design rule 4). @throws NotFound, StaleVersion, InvalidInput */
  async update(
    context: RequestContext,
    id: string,
    input: UpdateContact,
    ifMatch?: number,
  ): Promise<ContactResponse> {
    await this.references.assertExist(input);
    const today = await this.calendar.today();
    await this.database.transaction(async (tx) => {
      const contact = await lock(tx, id);
      assertVersion(contact, ifMatch);
      const current = await readContact(readerOf(tx), id, languageOf(context));
      const fields = changedFields(current, input);
      if (fields.length === 0) return;
      const act = { id, today, at: this.clock.now(), by: actingUserId(context) };
      const columns = columnsOf(input, current);
      await tx.update(Contact, { id }, { ...columns, version: contact.version + 1, updatedAt: act.at });
      await replacePoints(tx, act, input);
      await replaceSources(tx, act, input);
      await replaceBases(tx, act, input);
      await changeEmployer(tx, act, { before: contact, after: { ...contact, ...columns } });
      await this.audit.record(tx, context, {
        action: 'contact.update',
        subjectType: 'contact',
        subjectId: id,
        fields,
      });
    });
    return this.get(context, id);
  }

  /** Takes the person out of lists without losing anything. Doing it twice changes nothing. @throws NotFound */
  archive(context: RequestContext, id: string): Promise<ContactResponse> {
    return this.setArchival(context, id, {
      action: 'contact.archive',
      archivedAt: this.clock.now(),
      by: actingUserId(context),
    });
  }

  /** Undoes {@link archive}. @throws NotFound */
  restore(context: RequestContext, id: string): Promise<ContactResponse> {
    return this.setArchival(context, id, { action: 'contact.restore', archivedAt: null, by: null });
  }

  private async setArchival(
    context: RequestContext,
    id: string,
    { action, archivedAt, by }: { action: string; archivedAt: Date | null; by: string | null },
  ): Promise<ContactResponse> {
    await this.database.transaction(async (tx) => {
      const contact = await lock(tx, id);
      if ((contact.archivedAt === null) === (archivedAt === null)) return;
      await tx.update(Contact, { id }, { archivedAt, archivedBy: by, version: contact.version + 1 });
      await this.audit.record(tx, context, {
        action,
        subjectType: 'contact',
        subjectId: id,
        fields: ['archivedAt'],
      });
    });
    return this.get(context, id);
  }
}

/** The person, kept from others' changes until the transaction ends. */
async function lock(tx: EntityManager, id: string): Promise<Contact> {
  const contact = await tx.findOne(Contact, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!contact) throw new NotFound('contact');
  return contact;
}

function newContact(input: CreateContact, today: string, by: string | null): NewContact {
  const sources = sourcesOf(input.sources, today);
  const { emails = [], phones = [], bases = [], authorisations = [], interests = [] } = input;
  return {
    id: newId(),
    title: null,
    department: null,
    areaOfResponsibility: null,
    language: null,
    companyId: null,
    ownerId: by,
    ...columnsOf(input, { firstName: '', lastName: '' }),
    ...{ emails, phones, bases, authorisations, interests, sources },
    retention: firstClock(today),
  };
}
