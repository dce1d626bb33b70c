import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { RequestContext } from '@seloste/kernel';
import { Ctx, IfMatch, Requires } from '@seloste/platform';
import { ErasureSettingsResponse, UpdateErasureSettings } from './erasures.dto.js';
import { ErasureSettingsService } from './erasure-settings.service.js';

/** How long an erasure can be taken back. */
@ApiTags('erasures')
@Controller('erasure-settings')
export class ErasureSettingsController {
  constructor(private readonly settings: ErasureSettingsService) {}

  @Get()
  @Requires('erasures.read')
  get(): Promise<ErasureSettingsResponse> {
    return this.settings.get();
  }

  @Put()
  @Requires('erasures.manage')
  update(
    @Ctx() context: RequestContext,
    @Body() input: UpdateErasureSettings,
    @IfMatch() version?: number,
  ): Promise<ErasureSettingsResponse> {
    return this.settings.update(context, input, version);
  }
}
