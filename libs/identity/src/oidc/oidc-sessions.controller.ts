import { Body, Controller, Param, Post, Res } from '@nestjs/common';
import type { RequestContext } from '@seloste/kernel';
import { AppConfig, Ctx, IdPipe, Public } from '@seloste/platform';
import type { Response } from 'express';
import { SessionCookies } from '../sessions/session-cookies.js';
import { Me } from '../users/account.dto.js';
import { AccountService } from '../users/account.service.js';
import { forgetHandshake, handshakeIn, Handshakes } from './handshake.js';
import { CreateOidcSession } from './oidc.dto.js';
import { OidcSecondStep } from './oidc-second-step.js';

@Controller('oidc/:provider/sessions')
@Public()
export class OidcSessionsController {
  constructor(
    private readonly handshakes: Handshakes,
    private readonly step: OidcSecondStep,
    private readonly cookies: SessionCookies,
    private readonly account: AccountService,
    private readonly config: AppConfig,
  ) {}

  /**
   * The second step of a login that a provider confirmed without a second factor. Without one here, or with a wrong one,
   * 401 `second_factor_required` with the `factors` that the account takes.
   */
  @Post()
  async create(
    @Ctx() context: RequestContext,
    @Param('provider', IdPipe) id: string,
    @Body() shown: CreateOidcSession,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Me> {
    const request = response.req;
    const sealed = handshakeIn(request.headers.cookie, this.config.publicUrl);
    const { linkId } = this.handshakes.openHalf(sealed, id);
    const origin = this.cookies.originOf(request);
    const begun = await this.step.finish(context, linkId, shown, origin);
    forgetHandshake(response, this.config.publicUrl);
    this.cookies.give(response, begun);
    return this.account.get(begun.userId);
  }
}
