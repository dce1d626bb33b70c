import { Body, Controller, Delete, Get, HttpCode, Post, Put } from '@nestjs/common';
import type { RequestContext } from '@seloste/kernel';
import { Ctx, Reauthenticated, Requires } from '@seloste/platform';
import { CurrentSession } from '../access/access.guard.js';
import type { LiveSession } from '../access/live-sessions.js';
import { FactorState } from './factor-state.js';
import { RecoveryCodeSets } from './recovery-code-sets.js';
import { ConfirmTotp, NewRecoveryCodes, TotpInvitationResponse, TotpState } from './second-factor.dto.js';
import { totpCodeIn } from './totp-codes.js';
import { Totp } from './totp.service.js';

/** A user's own authenticator app and recovery codes. */
@Controller('me')
@Requires('account.own')
export class SecondFactorController {
  constructor(
    private readonly totp: Totp,
    private readonly sets: RecoveryCodeSets,
    private readonly state: FactorState,
  ) {}

  /** Whether an authenticator app is in use, and how many recovery codes are left. */
  @Get('totp')
  get(@CurrentSession() { actor }: LiveSession): Promise<TotpState> {
    return this.state.of(actor.userId);
  }

  /** A secret for a new authenticator app. It counts once it is confirmed; an app in use goes on until then. */
  @Post('totp')
  @Reauthenticated()
  create(
    @Ctx() context: RequestContext,
    @CurrentSession() { actor }: LiveSession,
  ): Promise<TotpInvitationResponse> {
    return this.totp.invite(context, actor.userId);
  }

  /** Takes the new app in use: its first code shows that it holds the secret. */
  @Put('totp/confirmation')
  @Reauthenticated()
  confirm(
    @Ctx() context: RequestContext,
    @CurrentSession() session: LiveSession,
    @Body() { code }: ConfirmTotp,
  ): Promise<NewRecoveryCodes> {
    return this.totp.confirm(context, session, totpCodeIn(code) ?? '');
  }

  @Delete('totp')
  @Reauthenticated()
  @HttpCode(204)
  remove(@Ctx() context: RequestContext, @CurrentSession() session: LiveSession): Promise<void> {
    return this.totp.remove(context, session);
  }

  /** New recovery codes; the ones before count no more. */
  @Post('recovery-codes')
  @Reauthenticated()
  replaceCodes(
    @Ctx() context: RequestContext,
    @CurrentSession() { actor }: LiveSession,
  ): Promise<NewRecoveryCodes> {
    return this.sets.replace(context, actor.userId);
  }
}
