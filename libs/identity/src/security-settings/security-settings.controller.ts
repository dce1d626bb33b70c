import { Body, Controller, Get, Put } from '@nestjs/common';
import type { RequestContext } from '@seloste/kernel';
import { Ctx, IfMatch, Reauthenticated, Requires } from '@seloste/platform';
import { SecuritySettingsResponse, UpdateSecuritySettings } from './security-settings.dto.js';
import { SecuritySettingsService } from './security-settings.service.js';

@Controller('security-settings')
@Requires('settings.manage')
export class SecuritySettingsController {
  constructor(private readonly settings: SecuritySettingsService) {}

  /** What the company asks of its users beyond what the software asks of everybody. */
  @Get()
  get(): Promise<SecuritySettingsResponse> {
    return this.settings.get();
  }

  /** A demand counts at once: whoever has no second factor reaches nothing but their own account. */
  @Put()
  @Reauthenticated()
  update(
    @Ctx() context: RequestContext,
    @Body() settings: UpdateSecuritySettings,
    @IfMatch() version?: number,
  ): Promise<SecuritySettingsResponse> {
    return this.settings.update(context, settings, version);
  }
}
