import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { RequestContext } from '@seloste/kernel';
import { Ctx, Limited, Requires } from '@seloste/platform';
import { AuditChainResponse } from './audit-chain.dto.js';
import { AuditChainService } from './audit-chain.service.js';

@ApiTags('audit')
@Controller('audit-chain')
export class AuditChainController {
  constructor(private readonly chain: AuditChainService) {}

  /** Recomputes the chain of the whole record and names the first link that does not hold. */
  @Get()
  @Requires('audit.read')
  @Limited(30, 60)
  verify(@Ctx() context: RequestContext): Promise<AuditChainResponse> {
    return this.chain.verify(context);
  }
}
