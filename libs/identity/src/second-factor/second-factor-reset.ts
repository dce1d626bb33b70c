import { Injectable } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import type { RequestContext } from '@seloste/kernel';
import { Database } from '@seloste/platform';
import { LiveSessions } from '../access/live-sessions.js';
import { Passkey } from '../passkeys/passkey.entity.js';
import { AccountMail } from '../users/account-mail.js';
import { Sessions } from '../sessions/sessions.js';
import { lockUser } from '../users/lock-user.js';
import { RecoveryCode } from './recovery-code.entity.js';
import { TotpSecret } from './totp-secret.entity.js';

/** Helps a user who has lost every second factor, codes on paper included: an administrator takes them all away. */
@Injectable()
export class SecondFactorReset {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly sessions: Sessions,
    private readonly mail: AccountMail,
    private readonly live: LiveSessions,
  ) {}

  /** The user's sessions end, and the user is told. @throws NotFound */
  async run(context: RequestContext, userId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const user = await lockUser(tx, userId);
      for (const kind of [TotpSecret, Passkey, RecoveryCode]) await tx.delete(kind, { userId });
      await this.sessions.endAllOf(tx, context, userId);
      await this.mail.secondFactorsReset(tx, user);
      const subject = { subjectType: 'user', subjectId: userId };
      await this.audit.record(tx, context, { action: 'second_factors.reset', ...subject });
    });
    this.live.forget(userId);
  }
}
