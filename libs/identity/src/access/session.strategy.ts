import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { bearerTokenIn } from '@seloste/platform';
import type { Request } from 'express';
import { Strategy } from 'passport-custom';
import type { LiveTokens } from '../api-tokens/live-tokens.js';
import type { SessionCookies } from '../sessions/session-cookies.js';
import type { LiveSession, LiveSessions } from './live-sessions.js';

export const sessionStrategy = 'seloste-session';

/** What an application finds the session of a request with. */
interface SessionLookup {
  cookies: SessionCookies;
  sessions: LiveSessions;
  tokens: LiveTokens;
}

/**
 * Signs a request in by its API token, or else by its cookie. Passport is one for the whole process while there may be
 * several applications in it (in tests), so the strategy holds nothing: the guard hands its own application's sessions
 * over with each request.
 */
@Injectable()
export class SessionStrategy extends PassportStrategy(Strategy, sessionStrategy) {
  constructor() {
    super({ passOptionsToCallback: true });
  }

  /** @throws TooManyAttempts */
  async validate(
    request: Request,
    { cookies, sessions, tokens }: SessionLookup,
  ): Promise<LiveSession | null> {
    const bearer = bearerTokenIn(request.headers.authorization);
    if (bearer !== null) return tokens.find(bearer, request.ip ?? '');
    const token = cookies.tokenIn(request.headers.cookie);
    return token === null ? null : sessions.find(token);
  }
}
