import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { RequestContext } from '@seloste/kernel';
import { Ctx, IdPipe, ListQuery, Public, Reauthenticated, Requires } from '@seloste/platform';
import type { Request, Response } from 'express';
import { SessionCookies } from '../sessions/session-cookies.js';
import { AccountService } from '../users/account.service.js';
import { Me } from '../users/account.dto.js';
import { InvitationAcceptance } from './accept-invitation.js';
import { InvitationDirectory } from './invitation-directory.js';
import {
  AcceptInvitation,
  CreateInvitation,
  InvitationLookUp,
  InvitationPage,
  InvitationResponse,
  LookUpInvitation,
} from './invitations.dto.js';
import { Invitations } from './invitations.service.js';

@Controller('invitations')
@Requires('users.manage')
export class InvitationsController {
  constructor(
    private readonly invitations: Invitations,
    private readonly directory: InvitationDirectory,
  ) {}

  /** Who was invited lately, newest first. */
  @Get()
  list(@Query() query: ListQuery): Promise<InvitationPage> {
    return this.directory.list(query);
  }

  /** Mails somebody a link to a personal account of their own; it works once, for seven days. */
  @Post()
  @Reauthenticated()
  async create(
    @Ctx() context: RequestContext,
    @Body() invitation: CreateInvitation,
  ): Promise<InvitationResponse> {
    return this.directory.get(await this.invitations.create(context, invitation));
  }

  /** Mails another link; the one before works no more. */
  @Post(':id/letters')
  @Reauthenticated()
  async resend(@Ctx() context: RequestContext, @Param('id', IdPipe) id: string): Promise<InvitationResponse> {
    await this.invitations.resend(context, id);
    return this.directory.get(id);
  }

  /** Takes the invitation back: its link works no more. */
  @Delete(':id')
  @HttpCode(204)
  revoke(@Ctx() context: RequestContext, @Param('id', IdPipe) id: string): Promise<void> {
    return this.invitations.revoke(context, id);
  }
}

/** For those who hold the link. Its token is in the body: no proxy and no log keeps bodies. */
@Controller()
export class InvitationLinksController {
  constructor(
    private readonly acceptance: InvitationAcceptance,
    private readonly account: AccountService,
    private readonly cookies: SessionCookies,
  ) {}

  /** Who invites whom; looking does not use the link up. 404 `link_is_over`. */
  @Post('invitation-look-ups')
  @Public()
  @HttpCode(200)
  lookUp(@Body() { token }: LookUpInvitation): Promise<InvitationLookUp> {
    return this.acceptance.lookUp(token);
  }

  /** Makes the account with the password that its owner chose, and signs them in. 404 `link_is_over`. */
  @Post('invitation-acceptances')
  @Public()
  async accept(
    @Ctx() context: RequestContext,
    @Body() acceptance: AcceptInvitation,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Me> {
    const begun = await this.acceptance.run(context, acceptance, this.cookies.originOf(request));
    this.cookies.give(response, begun);
    return this.account.get(begun.userId);
  }
}
