import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import type { Clock, RequestContext } from '@seloste/kernel';
import { CLOCK } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import { ApiTokens } from '../api-tokens/api-tokens.service.js';
import { Sessions } from '../sessions/sessions.js';
import { AccountMail } from './account-mail.js';
import type { User } from './user.entity.js';

/** What belongs to a new password, whichever way it came about. */
@Injectable()
export class NewPassword {
  constructor(
    private readonly audit: Audit,
    private readonly sessions: Sessions,
    private readonly tokens: ApiTokens,
    private readonly mail: AccountMail,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Gives it to a locked user, ends every session but the one at hand, and tells the owner by mail. Without a session at
   * hand somebody may have been in the account who should not: its API tokens end as well.
   */
  async set(
    tx: EntityManager,
    context: RequestContext,
    { user, passwordHash, atHand }: { user: User; passwordHash: string; atHand: string | null },
  ): Promise<void> {
    user.passwordHash = passwordHash;
    user.changedAt(this.clock.now());
    await tx.save(user);
    const action = atHand === null ? 'password_reset.complete' : 'user.update';
    const entry = { action, subjectType: 'user', subjectId: user.id, fields: ['password'] };
    await this.audit.record(tx, context, entry);
    await this.sessions.endAllOf(tx, context, user.id, atHand);
    if (atHand === null) await this.tokens.endAllIn(tx, context, user.id);
    await this.mail.passwordChanged(tx, user);
  }
}
