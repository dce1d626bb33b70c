import { Body, Controller, Get, Param, Post, Redirect, Req, Res } from '@nestjs/common';
import { DomainError, type RequestContext } from '@seloste/kernel';
import { AppConfig, Ctx, IdPipe, Public } from '@seloste/platform';
import { ApiFoundResponse } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { LoginLimits } from '../sessions/login-limits.js';
import { SessionCookies } from '../sessions/session-cookies.js';
import { forgetHandshake, handshakeCookieName, handshakeCookieOptions, handshakeIn } from './handshake.js';
import { OidcLogin, type OidcOutcome } from './oidc-login.js';
import { Authorisation, CreateAuthorisation } from './oidc.dto.js';
import { OidcProviders } from './oidc-providers.service.js';

@Controller('oidc/:provider')
@Public()
export class OidcController {
  constructor(
    private readonly providers: OidcProviders,
    private readonly login: OidcLogin,
    private readonly limits: LoginLimits,
    private readonly cookies: SessionCookies,
    private readonly config: AppConfig,
  ) {}

  /** Begins a login with the provider: the browser goes to `url`. */
  @Post('authorisations')
  async create(
    @Param('provider', IdPipe) id: string,
    @Body() { again }: CreateAuthorisation,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Authorisation> {
    const { url, handshake } = await this.login.begin(await this.providers.get(id), again);
    const { publicUrl } = this.config;
    response.cookie(handshakeCookieName(publicUrl), handshake, handshakeCookieOptions(publicUrl));
    return { url };
  }

  /**
   * Ends a login: the provider sends the browser here. It acts though it is a GET, because the protocol has it so (OpenID
   * Connect Core 3.1.2.5); it does so only for the browser that began, once, in the next ten minutes. Goes on to the UI;
   * when a second factor is still to be shown, or after a refusal with the code of the problem, to its login page.
   */
  @Get('callback')
  @Redirect()
  @ApiFoundResponse({
    description:
      'To `/` signed in; to `/login?step=second_factor&provider=<id>`; or to `/login?problem=<code>`.',
  })
  async get(
    @Ctx() context: RequestContext,
    @Param('provider') id: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<{ url: string; statusCode: number }> {
    const { publicUrl } = this.config;
    forgetHandshake(response, publicUrl);
    try {
      const outcome = await this.finish(context, id, request);
      if ('linkId' in outcome) {
        const half = this.login.sealHalf(outcome.linkId, id);
        response.cookie(handshakeCookieName(publicUrl), half, handshakeCookieOptions(publicUrl));
        return { url: `/login?step=second_factor&provider=${id}`, statusCode: 303 };
      }
      this.cookies.give(response, outcome.begun);
      return { url: '/', statusCode: 303 };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return { url: `/login?problem=${error.code}`, statusCode: 303 };
    }
  }

  /** @throws OidcExpired, OidcCancelled, OidcFailed, OidcRefused, OidcUnavailable, TooManyAttempts */
  private async finish(context: RequestContext, id: string, request: Request): Promise<OidcOutcome> {
    const query = new URL(request.originalUrl, this.config.publicUrl).search;
    const sealed = handshakeIn(request.headers.cookie, this.config.publicUrl);
    const handshake = this.login.begunBy(sealed, id, query);
    const origin = this.cookies.originOf(request);
    await this.limits.countAddress(origin.address);
    const provider = await this.providers.get(id);
    const outcome = await this.login.finish(context, provider, { handshake, query }, origin);
    if ('begun' in outcome) await this.limits.forgive(outcome.email, origin.address);
    else await this.limits.forgiveAddress(origin.address);
    return outcome;
  }
}
