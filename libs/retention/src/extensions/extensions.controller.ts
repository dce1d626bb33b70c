import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { RequestContext } from '@seloste/kernel';
import { Ctx, IdPipe, Requires } from '@seloste/platform';
import { ExtendRetention, RetentionExtensionList, RetentionExtensionResponse } from './extensions.dto.js';
import { ExtensionsService } from './extensions.service.js';

/** Keeping a person longer than the rules say. */
@ApiTags('retention')
@Controller('contacts/:id/retention-extensions')
export class ExtensionsController {
  constructor(private readonly extensions: ExtensionsService) {}

  @Get()
  @Requires('contacts.read_privacy')
  async list(
    @Ctx() context: RequestContext,
    @Param('id', IdPipe) id: string,
  ): Promise<RetentionExtensionList> {
    return { items: await this.extensions.list(context, id) };
  }

  /** Puts the day off, at most twelve months ahead; 409 against the person's own word, and where there is no day. */
  @Post()
  @Requires('retention.extend')
  extend(
    @Ctx() context: RequestContext,
    @Param('id', IdPipe) id: string,
    @Body() input: ExtendRetention,
  ): Promise<RetentionExtensionResponse> {
    return this.extensions.extend(context, id, input);
  }
}
