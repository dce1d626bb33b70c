import { Injectable } from '@nestjs/common';
import { InvalidInput, type RequestContext } from '@seloste/kernel';
import { Database, readerOf } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import { LiveSessions, type LiveSession } from '../access/live-sessions.js';
import { enrolledFactorsOf } from '../second-factor/enrolled-factors.js';
import { SecondFactors } from '../second-factor/second-factors.js';
import { Credentials } from '../users/credentials.js';
import { User } from '../users/user.entity.js';
import { Sessions } from './sessions.js';
import type { ProveSession } from './sessions.dto.js';

/**
 * Proving once more who one is, before a dangerous act. What is asked for is what signing in asks for: a passkey, or the
 * password with a second factor where the account has one.
 */
@Injectable()
export class SessionProof {
  constructor(
    private readonly database: Database,
    private readonly credentials: Credentials,
    private readonly factors: SecondFactors,
    private readonly sessions: Sessions,
    private readonly live: LiveSessions,
  ) {}

  /**
   * Returns the session's new token; the one before counts no more.
   * @throws InvalidInput on the part that is missing or wrong
   * @throws TooManyAttempts: a borrowed session must not be a way to find the password
   */
  async run(
    context: RequestContext,
    session: LiveSession,
    proof: ProveSession,
    address: string,
  ): Promise<string> {
    const { userId } = session.actor;
    const user = await this.database.manager.findOneByOrFail(User, { id: userId });
    const { email } = user;
    if (proof.password === undefined && proof.passkey === undefined) throw refusals.password;
    if (
      proof.password !== undefined &&
      !(await this.credentials.check(email, proof.password, address)).isRight
    ) {
      await this.sessions.refuse(this.database.manager, context, userId, ['proof']);
      throw refusals.password;
    }
    if (proof.otp !== undefined) await this.credentials.countCode(email, address);
    const outcome = await this.database.transaction(async (tx) => {
      const refusal = await this.refusalOf(tx, context, user, proof);
      if (!refusal) return this.sessions.prove(tx, context, session.id);
      await this.sessions.refuse(tx, context, userId, ['proof']);
      return refusal;
    });
    if (typeof outcome !== 'string') throw outcome;
    await this.credentials.forgive(email, address);
    this.live.forget(userId);
    return outcome;
  }

  /** What is wrong with the second factor that was shown beside a right password, or with a passkey; null when nothing is. */
  private async refusalOf(
    tx: EntityManager,
    context: RequestContext,
    user: User,
    { otp, passkey }: ProveSession,
  ): Promise<InvalidInput | null> {
    const isAsked = passkey !== undefined || (await enrolledFactorsOf(readerOf(tx), user.id)).length > 0;
    if (!isAsked || (await this.factors.accept(tx, context, user, { otp, passkey })) !== null) return null;
    if (passkey !== undefined) return refusals.passkey;
    return otp === undefined ? refusals.missing : refusals.otp;
  }
}

const refusals = {
  password: InvalidInput.of('password', 'wrong_password', 'is not your password'),
  passkey: InvalidInput.of('passkey', 'passkey', 'is not a passkey of yours, or was not asked for lately'),
  otp: InvalidInput.of('otp', 'wrong_code', 'is neither the code that your app shows nor a recovery code'),
  missing: InvalidInput.of('otp', 'second_factor_required', 'The account asks for a second factor.'),
};
