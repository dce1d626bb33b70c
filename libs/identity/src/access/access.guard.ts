import { createParamDecorator, Inject, Injectable, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard, type AuthGuardAuthenticateOptions } from '@nestjs/passport';
import { Forbidden, isAboutPeople, type Clock, type Permission } from '@seloste/kernel';
import {
  CLOCK,
  isPublicKey,
  permissionKey,
  reauthenticationKey,
  type AuthenticatedRequest,
} from '@seloste/platform';
import {
  FactorEnrolmentRequired,
  NotAuthenticated,
  ReauthenticationRequired,
  UndertakingRequired,
} from '../identity.errors.js';
import { LiveTokens } from '../api-tokens/live-tokens.js';
import { isProofFresh } from '../sessions/lifetime.js';
import { SessionCookies } from '../sessions/session-cookies.js';
import { LiveSessions, type LiveSession } from './live-sessions.js';
import { sessionStrategy } from './session.strategy.js';

/**
 * Decides on every route whether the caller may come in (C5, P10). A route is open to strangers only with `@Public()`;
 * it is open to users only with `@Requires(permission)`, to those whose roles hold it; with neither, to nobody.
 */
@Injectable()
export class AccessGuard extends AuthGuard(sessionStrategy) {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: LiveSessions,
    private readonly cookies: SessionCookies,
    private readonly tokens: LiveTokens,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    super();
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const declaredOn = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean | undefined>(isPublicKey, declaredOn)) return true;
    const permission = this.reflector.getAllAndOverride<Permission | undefined>(permissionKey, declaredOn);
    if (permission === undefined) throw new Forbidden();
    await super.canActivate(context);
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    const session = sessionOf(request);
    this.assertMay(session, permission, this.reflector.getAllAndOverride(reauthenticationKey, declaredOn));
    request.actor = session.actor;
    return true;
  }

  /** @throws Forbidden, FactorEnrolmentRequired, UndertakingRequired, ReauthenticationRequired */
  private assertMay(session: LiveSession, permission: Permission, isDangerous = false): void {
    if (!session.actor.permissions.has(permission)) throw new Forbidden();
    if (permission !== 'account.own' && session.mustEnrolFactor) throw new FactorEnrolmentRequired();
    if (isAboutPeople(permission) && !session.hasAcceptedUndertaking) throw new UndertakingRequired();
    if (isDangerous && !isProofFresh(session.provedAt, this.clock.now().getTime()))
      throw new ReauthenticationRequired();
  }

  override getAuthenticateOptions(): AuthGuardAuthenticateOptions {
    return { session: false, sessions: this.sessions, cookies: this.cookies, tokens: this.tokens };
  }

  override handleRequest<User = LiveSession>(error: Error | null, session: User | false | null): User {
    if (error) throw error;
    if (!session) throw new NotAuthenticated();
    return session;
  }
}

/** Passport leaves what the strategy found in `request.user`. */
export const sessionOf = (request: AuthenticatedRequest): LiveSession => request.user as LiveSession;

/** Parameter decorator: the session that the request came with. */
export const CurrentSession = createParamDecorator((_: unknown, context: ExecutionContext): LiveSession =>
  sessionOf(context.switchToHttp().getRequest<AuthenticatedRequest>()),
);
