import { Injectable } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import type { RequestContext } from '@seloste/kernel';
import { Passkey } from '../passkeys/passkey.entity.js';
import { AccountMail } from '../users/account-mail.js';
import { Sessions } from '../sessions/sessions.js';
import { FactorTransactions } from './factor-transactions.js';
import { RecoveryCode } from './recovery-code.entity.js';
import { TotpSecret } from './totp-secret.entity.js';

/** Helps a user who has lost every second factor, codes on paper included: an administrator takes them all away. */
@Injectable()
export class SecondFactorReset {
  constructor(
    private readonly factors: FactorTransactions,
    private readonly audit: Audit,
    private readonly sessions: Sessions,
    private readonly mail: AccountMail,
  ) {}

  /** The user's sessions end, and the user is told. @throws NotFound */
  async run(context: RequestContext, userId: string): Promise<void> {
    await this.factors.run(userId, async (tx, user) => {
      for (const kind of [TotpSecret, Passkey, RecoveryCode]) await tx.delete(kind, { userId });
      await this.sessions.endAllOf(tx, context, userId);
      await this.mail.secondFactorsReset(tx, user);
      const subject = { subjectType: 'user', subjectId: userId };
      await this.audit.record(tx, context, { action: 'second_factors.reset', ...subject });
    });
  }
}
