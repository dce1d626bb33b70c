import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import type { Clock, RequestContext } from '@seloste/kernel';
import { Mailer } from '@seloste/mail';
import { CLOCK } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import { Sessions } from '../sessions/sessions.js';
import type { User } from './user.entity.js';

/** What belongs to a new password, whichever way it came about. */
@Injectable()
export class NewPassword {
  constructor(
    private readonly audit: Audit,
    private readonly sessions: Sessions,
    private readonly mailer: Mailer,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Gives it to a locked user: sessions end, but perhaps the one at hand, and the owner is told by mail. */
  async set(
    tx: EntityManager,
    context: RequestContext,
    { user, passwordHash, except = null }: { user: User; passwordHash: string; except?: string | null },
  ): Promise<void> {
    const now = this.clock.now();
    user.passwordHash = passwordHash;
    user.changedAt(now);
    await tx.save(user);
    const entry = { action: 'user.update', subjectType: 'user', subjectId: user.id, fields: ['password'] };
    await this.audit.record(tx, context, entry);
    await this.sessions.endAllOf(tx, context, user.id, except);
    await this.mailer.queue(tx, {
      to: user.email,
      language: user.language,
      template: 'password_changed',
      values: { name: user.name, at: now.toISOString() },
      userId: user.id,
    });
  }
}
