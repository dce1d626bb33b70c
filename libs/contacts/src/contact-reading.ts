import { Injectable } from '@nestjs/common';
import { Audit, PrivacyOfficer } from '@seloste/audit';
import { Calendar } from '@seloste/identity';
import type { Page, RequestContext } from '@seloste/kernel';
import { Permissions } from '@seloste/permissions';
import type { ContactQuery } from './contact-query.dto.js';
import { assertShowsPrivacy } from './contact-scope.js';
import type { ContactListItem, ContactResponse } from './contacts.dto.js';
import { listContacts } from './list-contacts.js';
import { readContact } from './read-contact.js';

/** Looking at people: each look is on record, and a privacy officer who says why sees restricted ones too (GDPR Art. 18). */
@Injectable()
export class ContactReading {
  constructor(
    private readonly privacy: PrivacyOfficer,
    private readonly audit: Audit,
    private readonly permissions: Permissions,
    private readonly calendar: Calendar,
  ) {}

  async list(context: RequestContext, query: ContactQuery): Promise<Page<ContactListItem>> {
    const today = await this.calendar.today();
    const page = await this.privacy.read(context, { subjectType: 'contact' }, (reader) =>
      listContacts(reader, { context, permissions: this.permissions }, { query, today }),
    );
    await this.audit.recordRead(context, {
      action: 'contact.list',
      subjectType: 'contact',
      shownIds: page.items.map(({ id }) => id),
    });
    return page;
  }

  /** @throws NotFound for whoever is not there, not within the caller's reach, or restricted */
  async get(context: RequestContext, id: string): Promise<ContactResponse> {
    const subject = { subjectType: 'contact', subjectId: id };
    const seeker = { context, permissions: this.permissions };
    const contact = await this.privacy.read(context, subject, (reader) => readContact(reader, seeker, id));
    await this.audit.recordRead(context, { action: 'contact.read', ...subject });
    return contact;
  }

  /** For what belongs to a person's privacy. @throws NotFound, Forbidden for whom the caller may read, but not so far */
  assertShowsPrivacy(context: RequestContext, id: string): Promise<void> {
    const subject = { subjectType: 'contact', subjectId: id };
    return this.privacy.read(context, subject, (reader) => assertShowsPrivacy(reader, context, id));
  }
}
