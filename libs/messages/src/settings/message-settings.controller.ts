import { Body, Controller, Get, Put } from '@nestjs/common';
import type { RequestContext } from '@seloste/kernel';
import { Ctx, IfMatch, Requires } from '@seloste/platform';
import { MessageSettingsResponse, UpdateMessageSettings } from './message-settings.dto.js';
import { MessageSettingsService } from './message-settings.service.js';

/** How fast messages to people leave. */
@Controller('message-settings')
@Requires('settings.manage')
export class MessageSettingsController {
  constructor(private readonly settings: MessageSettingsService) {}

  @Get()
  get(): Promise<MessageSettingsResponse> {
    return this.settings.get();
  }

  @Put()
  update(
    @Ctx() context: RequestContext,
    @Body() settings: UpdateMessageSettings,
    @IfMatch() version?: number,
  ): Promise<MessageSettingsResponse> {
    return this.settings.update(context, settings, version);
  }
}
