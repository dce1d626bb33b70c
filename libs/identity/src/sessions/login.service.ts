import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@seloste/kernel';
import { Database } from '@seloste/platform';
import { LiveSessions, type LiveSession } from '../access/live-sessions.js';
import { InvalidCredentials } from '../identity.errors.js';
import { Credentials } from '../users/credentials.js';
import { User } from '../users/user.entity.js';
import { Sessions } from './sessions.js';

/** Where an attempt comes from: the address, and the token of the session that it may bring along. */
export interface Origin {
  address: string;
  token: string | null;
}

/** Whose session begins, and the token for the cookie. */
export interface BegunSession {
  userId: string;
  token: string;
}

/** Signing in and out with a personal e-mail address and password (P10). */
@Injectable()
export class LoginService {
  constructor(
    private readonly database: Database,
    private readonly credentials: Credentials,
    private readonly sessions: Sessions,
    private readonly live: LiveSessions,
  ) {}

  /**
   * Begins a session.
   * @throws InvalidCredentials alike for an unknown account, a deactivated one and a wrong password.
   * @throws TooManyAttempts
   */
  async logIn(
    context: RequestContext,
    email: string,
    password: string,
    origin: Origin,
  ): Promise<BegunSession> {
    const { account, isRight } = await this.credentials.check(email, password, origin.address);
    const begun = isRight && account ? await this.begin(context, account, origin.token) : null;
    if (begun !== null) return begun;
    await this.sessions.refuse(this.database.manager, context, account?.id ?? null);
    throw new InvalidCredentials();
  }

  /** Ends the session. */
  async logOut(context: RequestContext, session: LiveSession): Promise<void> {
    await this.database.transaction((tx) => this.sessions.end(tx, context, session.id));
    this.live.forget(session.actor.userId);
  }

  /** Null when the account was shut, or its password changed, while the password was being checked. */
  private begin(
    context: RequestContext,
    checked: User,
    oldToken: string | null,
  ): Promise<BegunSession | null> {
    return this.database.transaction(async (tx) => {
      const user = await tx.findOne(User, { where: { id: checked.id }, lock: { mode: 'pessimistic_read' } });
      if (!user?.isActive || user.passwordHash !== checked.passwordHash) return null;
      if (oldToken !== null) await this.sessions.endOfToken(tx, context, oldToken);
      return { userId: user.id, token: await this.sessions.begin(tx, context.requestId, user) };
    });
  }
}
