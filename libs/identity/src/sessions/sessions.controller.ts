import { Body, Controller, Delete, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { RequestContext } from '@seloste/kernel';
import { AppConfig, Ctx, Public, Requires } from '@seloste/platform';
import type { Request, Response } from 'express';
import { CurrentSession } from '../access/access.guard.js';
import type { LiveSession } from '../access/live-sessions.js';
import { AccountService } from '../users/account.service.js';
import { Me } from '../users/account.dto.js';
import { LoginService } from './login.service.js';
import { sessionCookieName, sessionCookieOptions, sessionTokenIn } from './session-token.js';
import { CreateSession } from './sessions.dto.js';

@Controller('sessions')
export class SessionsController {
  constructor(
    private readonly login: LoginService,
    private readonly account: AccountService,
    private readonly config: AppConfig,
  ) {}

  /** Signs in: sets the session's cookie. */
  @Post()
  @Public()
  async create(
    @Ctx() context: RequestContext,
    @Body() { email, password }: CreateSession,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Me> {
    const origin = { address: request.ip ?? '', token: sessionTokenIn(request.headers.cookie) };
    const { userId, token } = await this.login.logIn(context, email, password, origin);
    response.cookie(sessionCookieName, token, sessionCookieOptions(this.config.publicUrl));
    return this.account.get(userId);
  }

  /** Signs out. */
  @Delete('current')
  @Requires('account.own')
  @HttpCode(204)
  async remove(
    @Ctx() context: RequestContext,
    @CurrentSession() session: LiveSession,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    await this.login.logOut(context, session);
    response.clearCookie(sessionCookieName, {
      ...sessionCookieOptions(this.config.publicUrl),
      maxAge: undefined,
    });
  }
}
