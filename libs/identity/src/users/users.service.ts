import { Inject, Injectable } from '@nestjs/common';
import { Audit, type AuditEntry } from '@seloste/audit';
import { actingUserId, type Clock, type RequestContext } from '@seloste/kernel';
import { assertVersion, CLOCK, Database } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import { LiveSessions } from '../access/live-sessions.js';
import { Sessions } from '../sessions/sessions.js';
import { applyChanges } from '../changes.js';
import { assertAnAdminIsLeft, lockAdmins } from './last-admin.js';
import { lockUser } from './lock-user.js';
import { changeRoles } from './role-changes.js';
import type { User } from './user.entity.js';
import type { UpdateUser } from './users.dto.js';

/** What administrators do with the accounts of others. */
@Injectable()
export class UsersService {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly sessions: Sessions,
    private readonly live: LiveSessions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Changes the account; where access shrinks, it does so at once, in every process (K5).
   * @throws NotFound, StaleVersion, LastAdmin
   */
  async update(context: RequestContext, id: string, changes: UpdateUser, ifMatch?: number): Promise<void> {
    await this.database.transaction(async (tx) => {
      const touchesAdmins = changes.roles !== undefined || changes.active !== undefined;
      if (touchesAdmins) await lockAdmins(tx);
      const user = await lockUser(tx, id);
      assertVersion(user, ifMatch);
      const entries = await this.apply(tx, context, user, changes);
      if (entries.length === 0) return;
      user.changedAt(this.clock.now());
      await tx.save(user);
      if (touchesAdmins) await assertAnAdminIsLeft(tx);
      await this.audit.recordAll(tx, context, entries);
    });
    this.live.forget(id);
  }

  private async apply(
    tx: EntityManager,
    context: RequestContext,
    user: User,
    { active, roles, name, language }: UpdateUser,
  ): Promise<AuditEntry[]> {
    const about = { subjectType: 'user', subjectId: user.id };
    const now = this.clock.now();
    const entries: AuditEntry[] = [];
    const fields = applyChanges<Pick<User, 'name' | 'language'>>(user, { name, language });
    if (fields.length > 0) entries.push({ action: 'user.update', ...about, fields });
    if (roles !== undefined)
      entries.push(
        ...(await changeRoles(tx, context, {
          userId: user.id,
          wanted: roles,
          at: now,
          reason: 'Changed by an administrator',
        })),
      );
    if (active === false && user.isActive) {
      user.deactivate(now, actingUserId(context));
      await this.sessions.endAllOf(tx, context, user.id);
      entries.push({ action: 'user.deactivate', ...about });
    }
    if (active === true && !user.isActive) {
      user.reactivate();
      entries.push({ action: 'user.reactivate', ...about });
    }
    return entries;
  }
}
