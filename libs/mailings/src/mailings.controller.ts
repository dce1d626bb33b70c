import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { RequestContext } from '@seloste/kernel';
import { Ctx, IdPipe, IfMatch, languageOf, Requires } from '@seloste/platform';
import { SenderDomain } from '@seloste/templates';
import { Dispatch } from './dispatch-mailing.js';
import { MailingControl } from './mailing-control.js';
import {
  CreateMailing,
  DispatchedMailing,
  DispatchMailing,
  MailingPage,
  MailingQuery,
  MailingResponse,
  UpdateMailing,
} from './mailings.dto.js';
import { MailingsService } from './mailings.service.js';

/** Letters to many: each person in their own language, and nobody without a decision that permits it. */
@ApiTags('mailings')
@Controller('mailings')
export class MailingsController {
  constructor(
    private readonly mailings: MailingsService,
    private readonly dispatching: Dispatch,
    private readonly control: MailingControl,
    private readonly senderDomain: SenderDomain,
  ) {}

  @Get()
  @Requires('mailings.read')
  list(@Query() query: MailingQuery): Promise<MailingPage> {
    return this.mailings.list(query);
  }

  @Post()
  @Requires('mailings.manage')
  create(@Ctx() context: RequestContext, @Body() input: CreateMailing): Promise<MailingResponse> {
    return this.mailings.create(context, input);
  }

  @Get(':id')
  @Requires('mailings.read')
  get(@Param('id', IdPipe) id: string): Promise<MailingResponse> {
    return this.mailings.get(id);
  }

  @Patch(':id')
  @Requires('mailings.manage')
  update(
    @Ctx() context: RequestContext,
    @Param('id', IdPipe) id: string,
    @Body() input: UpdateMailing,
    @IfMatch() ifMatch?: number,
  ): Promise<MailingResponse> {
    return this.mailings.update(context, id, input, ifMatch);
  }

  /** Of a draft only. */
  @Delete(':id')
  @HttpCode(204)
  @Requires('mailings.manage')
  remove(@Ctx() context: RequestContext, @Param('id', IdPipe) id: string): Promise<void> {
    return this.mailings.remove(context, id);
  }

  /**
   * Sends it off, at once or when its time has come, once. 409 `mailing_dispatched`, `audience_empty`, `purpose_off`,
   * `service_reason_missing`, `role_link_missing`, `template_language_missing` (unless `acceptsOtherLanguage`).
   */
  @Post(':id/dispatch')
  @HttpCode(202)
  @Requires('mailings.manage')
  async dispatch(
    @Ctx() context: RequestContext,
    @Param('id', IdPipe) id: string,
    @Body() input: DispatchMailing,
    @IfMatch() ifMatch?: number,
  ): Promise<DispatchedMailing> {
    await this.dispatching.dispatch(context, id, input, ifMatch);
    const senderDomain = await this.senderDomain.check(languageOf(context));
    return { ...(await this.mailings.get(id)), senderDomain };
  }

  /** Nothing more leaves until it is resumed. 409 `mailing_not_under_way`. */
  @Put(':id/pause')
  @Requires('mailings.manage')
  async pause(@Ctx() context: RequestContext, @Param('id', IdPipe) id: string): Promise<MailingResponse> {
    await this.control.pause(context, id);
    return this.mailings.get(id);
  }

  @Delete(':id/pause')
  @Requires('mailings.manage')
  async resume(@Ctx() context: RequestContext, @Param('id', IdPipe) id: string): Promise<MailingResponse> {
    await this.control.resume(context, id);
    return this.mailings.get(id);
  }

  /** What has not left never does. 409 `mailing_not_under_way`. */
  @Put(':id/cancellation')
  @Requires('mailings.manage')
  async cancel(@Ctx() context: RequestContext, @Param('id', IdPipe) id: string): Promise<MailingResponse> {
    await this.control.cancel(context, id);
    return this.mailings.get(id);
  }
}
