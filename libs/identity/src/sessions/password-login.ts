import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@seloste/kernel';
import { Database, readerOf } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import { InvalidCredentials } from '../identity.errors.js';
import { enrolledFactorsOf, type Factor } from '../second-factor/enrolled-factors.js';
import { SecondFactorRequired } from '../second-factor/second-factor.errors.js';
import { SecondFactors, type ShownFactor } from '../second-factor/second-factors.js';
import { Credentials } from '../users/credentials.js';
import { User } from '../users/user.entity.js';
import type { BegunSession, Origin } from './origin.js';
import { Sessions } from './sessions.js';

/** What somebody types to sign in. */
export interface PasswordAttempt extends ShownFactor {
  email: string;
  password: string;
}

/** How an attempt with a right password ended: with a session, or with the second factors that are still asked for. */
type Outcome = BegunSession | { asked: Factor[] } | null;

/** Signing in with a personal e-mail address and password (P10), and a second factor where the account has one. */
@Injectable()
export class PasswordLogin {
  constructor(
    private readonly database: Database,
    private readonly credentials: Credentials,
    private readonly factors: SecondFactors,
    private readonly sessions: Sessions,
  ) {}

  /**
   * Begins a session.
   * @throws InvalidCredentials alike for an unknown account, a deactivated one and a wrong password.
   * @throws SecondFactorRequired after a right password only.
   * @throws TooManyAttempts
   */
  async logIn(context: RequestContext, attempt: PasswordAttempt, origin: Origin): Promise<BegunSession> {
    const { email, password, otp } = attempt;
    const { account, isRight } = await this.credentials.check(email, password, origin.address);
    if (isRight && otp !== undefined) await this.credentials.countCode(email, origin.address);
    const outcome = isRight && account ? await this.goOn(context, account, attempt, origin) : null;
    if (outcome === null) {
      await this.sessions.refuse(this.database.manager, context, account?.id ?? null);
      throw new InvalidCredentials();
    }
    if ('asked' in outcome) throw new SecondFactorRequired(outcome.asked);
    await this.credentials.forgive(email, origin.address);
    return outcome;
  }

  /** Null when the account was shut, or its password changed, while the password was being checked. */
  private goOn(context: RequestContext, checked: User, shown: ShownFactor, origin: Origin): Promise<Outcome> {
    return this.database.transaction(async (tx) => {
      const user = await tx.findOne(User, { where: { id: checked.id }, lock: { mode: 'pessimistic_read' } });
      if (!user?.isActive || user.passwordHash !== checked.passwordHash) return null;
      const asked = await this.factorsAskedFor(tx, context, user, shown);
      if (asked.length > 0) return { asked };
      return this.sessions.begin(tx, context, user, { method: 'password', origin });
    });
  }

  /** Empty when the account has no second factor, or one was shown. */
  private async factorsAskedFor(
    tx: EntityManager,
    context: RequestContext,
    user: User,
    shown: ShownFactor,
  ): Promise<Factor[]> {
    const enrolled = await enrolledFactorsOf(readerOf(tx), user.id);
    if (enrolled.length === 0 || (await this.factors.accept(tx, context, user, shown)) !== null) return [];
    await this.sessions.refuse(tx, context, user.id, ['second_factor']);
    return enrolled;
  }
}
