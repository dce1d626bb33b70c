import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import { Calendar } from '@seloste/identity';
import {
  actingUserId,
  changesOf,
  newId,
  NotFound,
  type Clock,
  type Page,
  type RequestContext,
} from '@seloste/kernel';
import { assertVersion, CLOCK, Database, languageOf, readerOf } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import { Contact } from './contact.entity.js';
import { ContactReferences } from './contact-references.js';
import { columnsOf, complete, type CompleteInput } from './contact-columns.js';
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

  list(context: RequestContext, query: ContactQuery): Promise<Page<ContactListItem>> {
    return listContacts(this.database, context, query);
  }

  /** These people, in this order; who is not there is left out. */
  listByIds(context: RequestContext, ids: string[]): Promise<ContactListItem[]> {
    return readListItems(this.database, context, ids);
  }

  /** @throws NotFound */
  get(context: RequestContext, id: string): Promise<ContactResponse> {
    return readContact(this.database, id, languageOf(context));
  }

  /** @throws InvalidInput without a name, or for an owner or employer that does not exist. */
  async create(context: RequestContext, input: CreateContact): Promise<ContactResponse> {
    await this.references.assertExist(input);
    const by = actingUserId(context);
    const today = await this.calendar.today();
    const contact = newContact(complete(input, nobody, today), today, by);
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
      const changes = changesOf(current, complete(input, current, today));
      const fields = Object.keys(changes);
      if (fields.length === 0) return;
      const act = { id, today, at: this.clock.now(), by: actingUserId(context) };
      const columns = columnsOf(changes);
      await tx.update(Contact, { id }, { ...columns, version: contact.version + 1, updatedAt: act.at });
      await replacePoints(tx, act, changes);
      await replaceSources(tx, act, changes);
      await replaceBases(tx, act, changes);
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
      await tx.update(
        Contact,
        { id },
        { archivedAt, archivedBy: by, version: contact.version + 1, updatedAt: this.clock.now() },
      );
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
  const contact = await tx.findOne(Contact, { where: { id }, lock: { mode: 'for_no_key_update' } });
  if (!contact) throw new NotFound('contact');
  return contact;
}

/** What is known of a person who is new. */
const nobody = { firstName: '', lastName: '', sources: [] };

function newContact(input: CompleteInput, today: string, by: string | null): NewContact {
  const { emails = [], phones = [], bases = [], authorisations = [], interests = [], sources = [] } = input;
  return {
    id: newId(),
    firstName: '',
    lastName: '',
    title: null,
    department: null,
    areaOfResponsibility: null,
    language: null,
    companyId: null,
    ownerId: by,
    ...columnsOf(input),
    ...{ emails, phones, bases, authorisations, interests },
    sources: sources.map(({ kind, what, when }) => ({ kind, what, collectedOn: when })),
    retention: firstClock(today),
  };
}
