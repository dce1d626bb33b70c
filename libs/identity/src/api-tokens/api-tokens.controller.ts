import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import type { RequestContext } from '@seloste/kernel';
import { Ctx, IdPipe, Reauthenticated, Requires } from '@seloste/platform';
import { CurrentSession } from '../access/access.guard.js';
import type { LiveSession } from '../access/live-sessions.js';
import { ApiTokenList, CreateApiToken, NewApiTokenResponse } from './api-tokens.dto.js';
import { ApiTokens } from './api-tokens.service.js';

@Controller()
export class ApiTokensController {
  constructor(private readonly tokens: ApiTokens) {}

  /** One's own. */
  @Get('api-tokens')
  @Requires('account.own')
  async list(@CurrentSession() { actor }: LiveSession): Promise<ApiTokenList> {
    return { items: await this.tokens.listOf(actor.userId) };
  }

  /** A token for a program of one's own; sent as `Authorization: Bearer <token>`. */
  @Post('api-tokens')
  @Requires('account.own')
  @Reauthenticated()
  create(
    @Ctx() context: RequestContext,
    @CurrentSession() session: LiveSession,
    @Body() token: CreateApiToken,
  ): Promise<NewApiTokenResponse> {
    return this.tokens.create(context, session, token);
  }

  /** Ends one of one's own, at once. */
  @Delete('api-tokens/:id')
  @Requires('account.own')
  @HttpCode(204)
  remove(
    @Ctx() context: RequestContext,
    @CurrentSession() { actor }: LiveSession,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    return this.tokens.end(context, actor.userId, id);
  }

  @Get('users/:id/api-tokens')
  @Requires('users.manage')
  async listOfUser(@Param('id', IdPipe) id: string): Promise<ApiTokenList> {
    return { items: await this.tokens.listOf(id) };
  }

  /** Ends every token of a user, at once. */
  @Delete('users/:id/api-tokens')
  @Requires('users.manage')
  @HttpCode(204)
  removeOfUser(@Ctx() context: RequestContext, @Param('id', IdPipe) id: string): Promise<void> {
    return this.tokens.endAllOf(context, id);
  }
}
