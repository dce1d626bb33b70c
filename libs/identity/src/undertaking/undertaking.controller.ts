import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import type { RequestContext } from '@seloste/kernel';
import { Ctx, IdPipe, IfMatch, Reauthenticated, Requires } from '@seloste/platform';
import { CurrentSession } from '../access/access.guard.js';
import type { LiveSession } from '../access/live-sessions.js';
import { UndertakingReceipts } from './undertaking-receipts.js';
import {
  AcceptUndertaking,
  PublishUndertaking,
  ReceiptPage,
  ReceiptQuery,
  UndertakingCopy,
  UndertakingResponse,
} from './undertaking.dto.js';
import { Undertakings } from './undertakings.service.js';

@Controller()
export class UndertakingController {
  constructor(
    private readonly undertakings: Undertakings,
    private readonly receipts: UndertakingReceipts,
  ) {}

  /** The confidentiality undertaking as it reads now (C5, K5). */
  @Get('undertaking')
  @Requires('account.own')
  get(@Ctx() context: RequestContext): Promise<UndertakingResponse> {
    return this.undertakings.get(context);
  }

  /** Publishes another text; from this moment nobody sees a person before having accepted it. */
  @Put('undertaking')
  @Requires('undertaking.manage')
  @Reauthenticated()
  async publish(
    @Ctx() context: RequestContext,
    @Body() texts: PublishUndertaking,
    @IfMatch() version?: number,
  ): Promise<UndertakingResponse> {
    await this.undertakings.publish(context, texts, version);
    return this.undertakings.get(context);
  }

  /** Accepts the undertaking in one's own name; 409 `undertaking_outdated` when another version is current. */
  @Post('undertaking/receipts')
  @Requires('account.own')
  @HttpCode(201)
  async accept(
    @Ctx() context: RequestContext,
    @CurrentSession() { actor }: LiveSession,
    @Body() acceptance: AcceptUndertaking,
  ): Promise<UndertakingResponse> {
    await this.undertakings.accept(context, actor.userId, acceptance);
    return this.undertakings.get(context);
  }

  /** Who accepted which version, newest first. */
  @Get('undertaking/receipts')
  @Requires('undertaking.manage')
  list(@Query() query: ReceiptQuery): Promise<ReceiptPage> {
    return this.receipts.list(query);
  }

  /** What the user accepted last, to be printed when they leave; 404 when they accepted nothing. */
  @Get('users/:id/undertaking-copy')
  @Requires('users.manage')
  copy(@Param('id', IdPipe) id: string): Promise<UndertakingCopy> {
    return this.receipts.copyOf(id);
  }
}
