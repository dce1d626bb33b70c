import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@seloste/kernel';
import { Database } from '@seloste/platform';
import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import type { EntityManager } from 'typeorm';
import { InvalidCredentials } from '../identity.errors.js';
import { PasskeyProofs } from '../passkeys/passkey-proofs.js';
import { User } from '../users/user.entity.js';
import { LoginLimits } from './login-limits.js';
import type { BegunSession, Origin } from './origin.js';
import { Sessions } from './sessions.js';

/** Signing in with a passkey alone: it is two factors in one, and knows whose it is. */
@Injectable()
export class PasskeyLogin {
  constructor(
    private readonly database: Database,
    private readonly limits: LoginLimits,
    private readonly passkeys: PasskeyProofs,
    private readonly sessions: Sessions,
  ) {}

  /** Begins a session. @throws InvalidCredentials alike whatever is wrong, TooManyAttempts */
  async logIn(
    context: RequestContext,
    passkey: AuthenticationResponseJSON,
    origin: Origin,
  ): Promise<BegunSession> {
    await this.limits.countAddress(origin.address);
    const begun = await this.database.transaction(async (tx) => {
      const user = await this.userOf(tx, context, passkey);
      if (user) return this.sessions.begin(tx, context, user, { method: 'passkey', origin });
      await this.sessions.refuse(tx, context, null);
      return null;
    });
    if (begun === null) throw new InvalidCredentials();
    await this.limits.forgiveAddress(origin.address);
    return begun;
  }

  private async userOf(
    tx: EntityManager,
    context: RequestContext,
    passkey: AuthenticationResponseJSON,
  ): Promise<User | null> {
    const id = await this.passkeys.userOf(tx, context, passkey);
    const user = id && (await tx.findOne(User, { where: { id }, lock: { mode: 'pessimistic_read' } }));
    return user && user.isActive ? user : null;
  }
}
