import { Injectable } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import { Calendar, contactsWithin } from '@seloste/identity';
import { NotFound, type Page, type RequestContext } from '@seloste/kernel';
import { Database, readerOf } from '@seloste/platform';
import { AlreadyTold } from './notices.errors.js';
import type { DischargeNoticeDuty, NoticeDutyQuery, NoticeDutyResponse } from './notices.dto.js';
import { Notices } from './notices.js';
import { listDuties, readDuty } from './read-duties.js';

/** Who is still to be told of us, and that they were told (GDPR Art. 14). */
@Injectable()
export class NoticesService {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly calendar: Calendar,
    private readonly notices: Notices,
  ) {}

  async list(context: RequestContext, query: NoticeDutyQuery): Promise<Page<NoticeDutyResponse>> {
    const today = await this.calendar.today();
    const page = await listDuties(this.database, context, { query, today });
    await this.audit.recordRead(context, {
      action: 'notice_duty.list',
      subjectType: 'contact',
      shownIds: page.items.map(({ contact }) => contact.id),
    });
    return page;
  }

  /** Somebody told them, or they knew. @throws NotFound, AlreadyTold */
  async discharge(
    context: RequestContext,
    id: string,
    { via, note = null }: DischargeNoticeDuty,
  ): Promise<NoticeDutyResponse> {
    const today = await this.calendar.today();
    return this.database.transaction(async (tx) => {
      const parameters: unknown[] = [id];
      const within = contactsWithin(context, 'notices.manage', 'c', parameters) ?? 'true';
      const [duty] = await tx.query<{ contactId: string }[]>(
        `SELECT d.contact_id AS "contactId" FROM notice_duties d JOIN contacts c ON c.id = d.contact_id WHERE d.id = $1 AND ${within}`,
        parameters,
      );
      if (!duty) throw new NotFound('notice duty');
      const told = await this.notices.discharge(tx, [duty.contactId], { via, note }, context);
      if (told.length === 0) throw new AlreadyTold();
      return readDuty(readerOf(tx), id, today);
    });
  }
}
