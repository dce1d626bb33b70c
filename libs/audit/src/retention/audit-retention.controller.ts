import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { RequestContext } from '@seloste/kernel';
import { Ctx, Reauthenticated, Requires } from '@seloste/platform';
import { AuditRetentionResponse, SetAuditRetention } from './audit-retention.dto.js';
import { AuditRetentionService } from './audit-retention.service.js';

@ApiTags('audit')
@Controller('audit-retention')
export class AuditRetentionController {
  constructor(private readonly retention: AuditRetentionService) {}

  /** How long what everybody does and sees is kept on record: everybody may know. */
  @Get()
  @Requires('account.own')
  get(): Promise<AuditRetentionResponse> {
    return this.retention.get();
  }

  @Put()
  @Requires('settings.manage')
  @Reauthenticated()
  set(@Ctx() context: RequestContext, @Body() rules: SetAuditRetention): Promise<AuditRetentionResponse> {
    return this.retention.set(context, rules);
  }
}
