import { Inject, Injectable } from '@nestjs/common';
import type { AuditEntry } from '@seloste/audit';
import { actingUserId, type Clock, type RequestContext } from '@seloste/kernel';
import { CLOCK } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import { Sessions } from '../sessions/sessions.js';
import type { User } from '../users/user.entity.js';
import { AccessLetters } from './access-letters.js';
import { grantReasons } from './grant-reasons.js';
import { changeRoles, type RoleChange } from './role-changes.js';

/** How a user's access grows and shrinks, always in the caller's transaction; each returns what to put on record. */
@Injectable()
export class AccountAccess {
  constructor(
    private readonly sessions: Sessions,
    private readonly letters: AccessLetters,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** See {@link changeRoles}. Whoever gives themselves a role does not do so unseen. @throws InvalidInput */
  async changeRoles(
    tx: EntityManager,
    context: RequestContext,
    change: Omit<RoleChange, 'at'>,
  ): Promise<AuditEntry[]> {
    const at = this.clock.now();
    const entries = await changeRoles(tx, context, { ...change, at });
    if (entries.some(({ action }) => action === 'role_grant.create'))
      await this.tellOfSelfGrant(tx, context, change.user.id);
    return entries;
  }

  /** To be called after a grant was made: says so when it was made by its holder. */
  async tellOfSelfGrant(tx: EntityManager, context: RequestContext, holderId: string): Promise<void> {
    if (actingUserId(context) === holderId) await this.letters.selfGrant(tx, context, this.clock.now());
  }

  /** Shuts the account: sessions and grants end, and a copy of the undertaking goes out. Doing it twice is once. */
  async shut(tx: EntityManager, context: RequestContext, user: User): Promise<AuditEntry[]> {
    if (!user.isActive) return [];
    const at = this.clock.now();
    user.deactivate(at, actingUserId(context));
    await this.sessions.endAllOf(tx, context, user.id);
    const over = { user, wanted: [], at, reason: grantReasons.accountClosed, startsAnew: true };
    const ended = await changeRoles(tx, context, over);
    await this.letters.undertakingCopy(tx, user);
    return [...ended, { action: 'user.deactivate', subjectType: 'user', subjectId: user.id }];
  }
}
