import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { RequestContext } from '@seloste/kernel';
import { Ctx, ListQuery, Requires } from '@seloste/platform';
import { AuditEventPage, AuditEventQuery } from './audit-log.dto.js';
import { AuditLog } from './audit-log.js';

@ApiTags('audit')
@Controller()
export class AuditLogController {
  constructor(private readonly log: AuditLog) {}

  /** Who did and saw what, newest first. */
  @Get('audit-events')
  @Requires('audit.read')
  list(@Ctx() context: RequestContext, @Query() query: AuditEventQuery): Promise<AuditEventPage> {
    const { limit, cursor, ...filter } = query;
    return this.log.list(context, filter, { limit, cursor });
  }

  /** What the caller did and saw, newest first. */
  @Get('me/audit-events')
  @Requires('account.own')
  listOwn(@Ctx() context: RequestContext, @Query() query: ListQuery): Promise<AuditEventPage> {
    return this.log.listOwn(context, query);
  }
}
