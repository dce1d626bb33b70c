import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Req, Res } from '@nestjs/common';
import type { RequestContext } from '@seloste/kernel';
import { Ctx, IdPipe, Public, Requires } from '@seloste/platform';
import type { Request, Response } from 'express';
import { CurrentSession } from '../access/access.guard.js';
import type { LiveSession } from '../access/live-sessions.js';
import { AccountService } from '../users/account.service.js';
import { Me } from '../users/account.dto.js';
import { Logins } from './logins.js';
import { OwnSessions } from './own-sessions.js';
import { SessionCookies } from './session-cookies.js';
import { SessionProof } from './session-proof.js';
import { CreateSession, ProveSession, SessionList } from './sessions.dto.js';

@Controller('sessions')
export class SessionsController {
  constructor(
    private readonly logins: Logins,
    private readonly proof: SessionProof,
    private readonly own: OwnSessions,
    private readonly account: AccountService,
    private readonly cookies: SessionCookies,
  ) {}

  /**
   * Signs in: sets the session's cookie. An account with a second factor answers a right password alone with 401
   * `second_factor_required` and the `factors` that it takes.
   */
  @Post()
  @Public()
  async create(
    @Ctx() context: RequestContext,
    @Body() given: CreateSession,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Me> {
    const begun = await this.logins.logIn(context, given, this.cookies.originOf(request));
    this.cookies.give(response, begun);
    return this.account.get(begun.userId);
  }

  /** Where one is signed in. */
  @Get()
  @Requires('account.own')
  list(@CurrentSession() session: LiveSession): Promise<SessionList> {
    return this.own.list(session);
  }

  /** Proves once more who one is; for ten minutes dangerous acts are allowed. The session's cookie changes. */
  @Put('current/proof')
  @Requires('account.own')
  @HttpCode(204)
  async prove(
    @Ctx() context: RequestContext,
    @CurrentSession() session: LiveSession,
    @Body() proof: ProveSession,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    const token = await this.proof.run(context, session, proof, response.req.ip ?? '');
    this.cookies.give(response, { token });
  }

  /** Signs out. */
  @Delete('current')
  @Requires('account.own')
  @HttpCode(204)
  async removeCurrent(
    @Ctx() context: RequestContext,
    @CurrentSession() session: LiveSession,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    await this.own.end(context, session, session.id);
    this.cookies.take(response);
  }

  /** Signs out elsewhere. */
  @Delete(':id')
  @Requires('account.own')
  @HttpCode(204)
  remove(
    @Ctx() context: RequestContext,
    @CurrentSession() session: LiveSession,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    return this.own.end(context, session, id);
  }
}
