import { Body, Controller, Get, HttpCode, Patch, Put, Res } from '@nestjs/common';
import type { RequestContext } from '@seloste/kernel';
import { Ctx, IfMatch, Requires } from '@seloste/platform';
import type { Response } from 'express';
import { CurrentSession } from '../access/access.guard.js';
import type { LiveSession } from '../access/live-sessions.js';
import { SessionCookies } from '../sessions/session-cookies.js';
import { ChangePassword, Me, UpdateMe } from './account.dto.js';
import { AccountService } from './account.service.js';
import { PasswordChange } from './change-password.js';

@Controller('me')
@Requires('account.own')
export class AccountController {
  constructor(
    private readonly account: AccountService,
    private readonly passwordChange: PasswordChange,
    private readonly cookies: SessionCookies,
  ) {}

  /** Who is signed in. */
  @Get()
  get(@CurrentSession() { actor }: LiveSession): Promise<Me> {
    return this.account.get(actor.userId);
  }

  @Patch()
  update(
    @Ctx() context: RequestContext,
    @CurrentSession() { actor }: LiveSession,
    @Body() changes: UpdateMe,
    @IfMatch() version?: number,
  ): Promise<Me> {
    return this.account.update(context, actor.userId, changes, version);
  }

  /** Changes the password; other sessions of the account end, and this one's cookie changes. */
  @Put('password')
  @HttpCode(204)
  async changePassword(
    @Ctx() context: RequestContext,
    @CurrentSession() session: LiveSession,
    @Body() change: ChangePassword,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    const token = await this.passwordChange.run(context, session, change, response.req.ip ?? '');
    this.cookies.give(response, { token });
  }
}
