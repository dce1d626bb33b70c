import { Inject, Injectable } from '@nestjs/common';
import type { Clock, RequestContext } from '@seloste/kernel';
import { CLOCK, Database } from '@seloste/platform';
import { LiveSessions } from '../access/live-sessions.js';
import { LinkIsOver } from '../identity.errors.js';
import { tokenHashOf } from '../random-token.js';
import { Credentials } from '../users/credentials.js';
import { lockUser } from '../users/lock-user.js';
import { NewPassword } from '../users/new-password.js';
import type { CompletePasswordReset } from './password-reset.dto.js';
import { PasswordReset } from './password-reset.entity.js';

interface OpenReset {
  id: string;
  userId: string;
  name: string;
  email: string;
}

/** The owner of an account chooses a new password by the link that was mailed to them. */
@Injectable()
export class PasswordResetCompletion {
  constructor(
    private readonly database: Database,
    private readonly credentials: Credentials,
    private readonly newPassword: NewPassword,
    private readonly live: LiveSessions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Sets the password and ends whatever was open under the old one; nobody is signed in by it, so a second factor is
   * asked for as ever. Of simultaneous attempts one succeeds, and every other link of the account is over.
   * @throws LinkIsOver, InvalidInput for a password that can be guessed
   */
  async run(context: RequestContext, { token, newPassword }: CompletePasswordReset): Promise<void> {
    const open = await this.find(token);
    if (!open) throw new LinkIsOver();
    const passwordHash = await this.credentials.hash(newPassword, open, 'newPassword');
    await this.database.transaction(async (tx) => {
      // Whoever completes a reset of the account waits here for the one before, and then finds the link gone.
      const user = await lockUser(tx, open.userId);
      const isOpen = user.isActive && (await tx.existsBy(PasswordReset, { id: open.id }));
      if (!isOpen) throw new LinkIsOver();
      await tx.delete(PasswordReset, { userId: user.id });
      await this.newPassword.set(tx, context, { user, passwordHash, atHand: null });
    });
    this.live.forget(open.userId);
  }

  private async find(token: string): Promise<OpenReset | null> {
    const [row] = await this.database.read<OpenReset>(
      `SELECT r.id, u.id AS "userId", u.name, u.email FROM password_resets r JOIN users u ON u.id = r.user_id
       WHERE r.token_hash = $1 AND r.expires_at > $2 AND u.deactivated_at IS NULL AND u.password_hash IS NOT NULL`,
      [tokenHashOf(token), this.clock.now()],
    );
    return row ?? null;
  }
}
