import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AuditEventPage, AuditLog } from '@seloste/audit';
import type { RequestContext } from '@seloste/kernel';
import { Ctx, IdPipe, ListQuery, Requires } from '@seloste/platform';
import { ContactReading } from './contact-reading.js';

/** What is on record about a person. */
@ApiTags('contacts')
@Controller('contacts/:id/audit-events')
export class ContactAuditController {
  constructor(
    private readonly contacts: ContactReading,
    private readonly log: AuditLog,
  ) {}

  /** Who has seen or changed the person and when, newest first. */
  @Get()
  @Requires('contacts.read_privacy')
  async list(
    @Ctx() context: RequestContext,
    @Param('id', IdPipe) id: string,
    @Query() query: ListQuery,
  ): Promise<AuditEventPage> {
    await this.contacts.assertShowsPrivacy(context, id);
    return this.log.list(context, { contactId: id }, query);
  }
}
