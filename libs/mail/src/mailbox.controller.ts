import { Controller, Get, Param, Query } from '@nestjs/common';
import type { RequestContext } from '@seloste/kernel';
import { Ctx, IdPipe, ListQuery, Reauthenticated, Requires } from '@seloste/platform';
import { MailboxLetter, MailboxPage } from './mailbox.dto.js';
import { Mailbox } from './mailbox.js';

@Controller('mailbox')
@Requires('mailbox.read')
export class MailboxController {
  constructor(private readonly mailbox: Mailbox) {}

  /** What the system wrote in the last thirty days, newest first. */
  @Get()
  list(@Ctx() context: RequestContext, @Query() query: ListQuery): Promise<MailboxPage> {
    return this.mailbox.list(context, query);
  }

  /**
   * One message; with its text where no mail server sends it. Its one-time link opens an account to whoever reads it, so
   * it is shown to whoever has just proved who they are, and that they saw it is on record.
   */
  @Get(':id')
  @Reauthenticated()
  get(@Ctx() context: RequestContext, @Param('id', IdPipe) id: string): Promise<MailboxLetter> {
    return this.mailbox.get(context, id);
  }
}
