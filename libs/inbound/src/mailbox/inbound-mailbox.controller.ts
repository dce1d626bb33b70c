import { Body, Controller, Delete, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { RequestContext } from '@seloste/kernel';
import { Ctx, IfMatch, Limited, Reauthenticated, Requires } from '@seloste/platform';
import { InboundMailboxResponse, MailboxTestResponse, SaveInboundMailbox } from './inbound-mailbox.dto.js';
import { InboundMailboxes } from './inbound-mailboxes.js';

@ApiTags('inbound mail')
@Controller('inbound-mailbox')
@Requires('settings.manage')
export class InboundMailboxController {
  constructor(private readonly mailboxes: InboundMailboxes) {}

  /** The mailbox that is read for bounces, complaints and replies; 404 where none is. Its password is never shown. */
  @Get()
  get(): Promise<InboundMailboxResponse> {
    return this.mailboxes.get();
  }

  @Put()
  @Reauthenticated()
  save(
    @Ctx() context: RequestContext,
    @Body() input: SaveInboundMailbox,
    @IfMatch() version?: number,
  ): Promise<InboundMailboxResponse> {
    return this.mailboxes.save(context, input, version);
  }

  /** Nothing is read any more. */
  @Delete()
  @HttpCode(204)
  @Reauthenticated()
  delete(@Ctx() context: RequestContext): Promise<void> {
    return this.mailboxes.delete(context);
  }

  /** Tries to open the mailbox with these settings, and reads nothing. */
  @Post('tests')
  @HttpCode(200)
  @Limited(30, 60 * 60)
  @Reauthenticated()
  test(@Ctx() context: RequestContext, @Body() input: SaveInboundMailbox): Promise<MailboxTestResponse> {
    return this.mailboxes.test(context, input);
  }
}
