import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import type { RequestContext } from '@seloste/kernel';
import { Ctx, IdPipe, Public, Reauthenticated, Requires } from '@seloste/platform';
import { CurrentSession } from '../access/access.guard.js';
import type { LiveSession } from '../access/live-sessions.js';
import { OwnPasskeys } from './own-passkeys.js';
import { PasskeyCeremonies } from './passkey-ceremonies.js';
import { CreatedPasskey, CreatePasskey, PasskeyList, PasskeyOptions } from './passkeys.dto.js';
import { Passkeys } from './passkeys.service.js';

@Controller()
export class PasskeysController {
  constructor(
    private readonly passkeys: Passkeys,
    private readonly own: OwnPasskeys,
    private readonly ceremonies: PasskeyCeremonies,
  ) {}

  /** What to ask a passkey for, to sign in or to prove who one is. Says nothing about any account. */
  @Post('passkey-challenges')
  @Public()
  async challenge(): Promise<PasskeyOptions> {
    return { options: await this.ceremonies.requestOptions() };
  }

  /** One's own passkeys. */
  @Get('me/passkeys')
  @Requires('account.own')
  list(@CurrentSession() { actor }: LiveSession): Promise<PasskeyList> {
    return this.own.list(actor.userId);
  }

  /** What to ask the browser for, to make a passkey. */
  @Post('me/passkeys/options')
  @Requires('account.own')
  @Reauthenticated()
  async options(@CurrentSession() { actor }: LiveSession): Promise<PasskeyOptions> {
    return { options: await this.own.options(actor.userId) };
  }

  /** Adds the passkey that the browser made. */
  @Post('me/passkeys')
  @Requires('account.own')
  @Reauthenticated()
  create(
    @Ctx() context: RequestContext,
    @CurrentSession() session: LiveSession,
    @Body() body: CreatePasskey,
  ): Promise<CreatedPasskey> {
    return this.passkeys.create(context, session, body);
  }

  @Delete('me/passkeys/:id')
  @Requires('account.own')
  @Reauthenticated()
  @HttpCode(204)
  remove(
    @Ctx() context: RequestContext,
    @CurrentSession() session: LiveSession,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    return this.passkeys.remove(context, session, id);
  }
}
