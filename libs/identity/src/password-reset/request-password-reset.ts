import { Injectable } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import { newId, type RequestContext } from '@seloste/kernel';
import { Database, Jobs } from '@seloste/platform';
import { ResetLimits } from './reset-limits.js';

export const resetQueue = 'identity.password-reset';

/** Whose password can be forgotten: accounts that may sign in, and do so with one. */
const accountOf = `SELECT id FROM users WHERE email = $1 AND deactivated_at IS NULL AND password_hash IS NOT NULL`;

/** Somebody says that they forgot the password of an account. */
@Injectable()
export class PasswordResetRequests {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly audit: Audit,
    private readonly limits: ResetLimits,
  ) {}

  /**
   * Has a link mailed to the account's owner. For an address without an account the same is done up to here, a job that
   * does nothing included: neither the answer nor its time tells the two apart.
   * @throws TooManyAttempts for a network that asks too often, whatever it asks for
   */
  async run(context: RequestContext, email: string, address: string): Promise<void> {
    await this.limits.countNetwork(address);
    const mayWrite = await this.limits.mayWriteTo(email);
    const [account] = await this.database.read<{ id: string }>(accountOf, [email]);
    const id = newId();
    const userId = account?.id ?? null;
    await this.database.transaction(async (tx) => {
      await this.audit.record(tx, context, {
        action: mayWrite ? 'password_reset.request' : 'password_reset.refuse',
        subjectType: 'user',
        subjectId: userId,
      });
      const job = { id, userId: mayWrite ? userId : null };
      // Somebody waits for it: of a process that died it is taken over soon.
      await this.jobs.sendIn(tx, resetQueue, job, { singletonKey: id, expireInSeconds: 60 });
    });
  }
}
