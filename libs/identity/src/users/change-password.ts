import { Injectable } from '@nestjs/common';
import { InvalidInput, type RequestContext } from '@seloste/kernel';
import { Database } from '@seloste/platform';
import { LiveSessions, type LiveSession } from '../access/live-sessions.js';
import { Sessions } from '../sessions/sessions.js';
import type { ChangePassword } from './account.dto.js';
import { Credentials } from './credentials.js';
import { lockUser } from './lock-user.js';
import { NewPassword } from './new-password.js';
import { User } from './user.entity.js';

/** A new password for one's own account; every other session of the account ends with the old one. */
@Injectable()
export class PasswordChange {
  constructor(
    private readonly database: Database,
    private readonly sessions: Sessions,
    private readonly credentials: Credentials,
    private readonly newPassword: NewPassword,
    private readonly live: LiveSessions,
  ) {}

  /**
   * Returns the session's new token; the one before counts no more.
   * @throws InvalidInput when the current password is wrong or the new one can be guessed.
   * @throws TooManyAttempts after some wrong ones: a borrowed session must not be a way to find the password.
   */
  async run(
    context: RequestContext,
    session: LiveSession,
    change: ChangePassword,
    address: string,
  ): Promise<string> {
    const owner = await this.database.manager.findOneByOrFail(User, { id: session.actor.userId });
    const { account, isRight } = await this.credentials.check(owner.email, change.currentPassword, address);
    if (!isRight) throw wrongPassword();
    await this.credentials.forgive(owner.email, address);
    const passwordHash = await this.credentials.hash(change.newPassword, owner, 'newPassword');
    const token = await this.database.transaction(async (tx) => {
      const user = await lockUser(tx, owner.id);
      // Somebody else may have changed it while it was being checked.
      if (user.passwordHash !== account?.passwordHash) throw wrongPassword();
      await this.newPassword.set(tx, context, { user, passwordHash, atHand: session.id });
      return this.sessions.renew(tx, session.id);
    });
    this.live.forget(owner.id);
    return token;
  }
}

const wrongPassword = (): InvalidInput =>
  InvalidInput.of('currentPassword', 'wrong_password', 'is not your password');
