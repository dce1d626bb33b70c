import { Inject, Injectable } from '@nestjs/common';
import { Audit, type AuditEntry } from '@seloste/audit';
import type { Clock, RequestContext } from '@seloste/kernel';
import { assertVersion, CLOCK, Database } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import { LiveSessions } from '../access/live-sessions.js';
import { applyChanges } from '../changes.js';
import { changesAccess } from '../grants/fresh-proof.js';
import { UserInactive } from '../grants/grants.errors.js';
import { grantReasons } from '../grants/grant-reasons.js';
import { assertAnAdminIsLeft, lockAdmins } from '../grants/last-admin.js';
import { timeBox } from '../grants/role-changes.js';
import { AccountAccess } from '../grants/account-access.js';
import { lockUser } from './lock-user.js';
import type { User } from './user.entity.js';
import type { UpdateUser } from './users.dto.js';

/** What administrators do with the accounts of others. */
@Injectable()
export class UsersService {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly access: AccountAccess,
    private readonly live: LiveSessions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Changes the account; where access shrinks, it does so at once, in every process (K5).
   * @throws NotFound, StaleVersion, LastAdmin, UserInactive, InvalidInput
   */
  async update(context: RequestContext, id: string, changes: UpdateUser, ifMatch?: number): Promise<void> {
    await this.database.transaction(async (tx) => {
      const touchesAccess = changesAccess(changes);
      if (touchesAccess) await lockAdmins(tx);
      const user = await lockUser(tx, id);
      assertVersion(user, ifMatch);
      const entries = [
        ...this.describe(user, changes),
        ...this.open(user, changes),
        ...(await this.grant(tx, context, user, changes)),
        ...(changes.active === false ? await this.access.shut(tx, context, user) : []),
      ];
      if (entries.length === 0) return;
      user.changedAt(this.clock.now());
      await tx.save(user);
      if (touchesAccess) await assertAnAdminIsLeft(tx, this.clock.now());
      await this.audit.recordAll(tx, context, entries);
    });
    this.live.forget(id);
  }

  private describe(user: User, { name, language }: UpdateUser): AuditEntry[] {
    const fields = applyChanges<Pick<User, 'name' | 'language'>>(user, { name, language });
    return fields.length > 0 ? [entryOf('user.update', user, fields)] : [];
  }

  private open(user: User, { active }: UpdateUser): AuditEntry[] {
    if (active !== true || user.isActive) return [];
    user.reactivate();
    return [entryOf('user.reactivate', user)];
  }

  /** What the duty, the kind and the named roles make of the user's grants. */
  private async grant(
    tx: EntityManager,
    context: RequestContext,
    user: User,
    { roles, duty, kind, reason, endsAt }: UpdateUser,
  ): Promise<AuditEntry[]> {
    const fields = applyChanges<Pick<User, 'duty' | 'kind'>>(user, { duty, kind });
    const entries = fields.length > 0 ? [entryOf('user.update', user, fields)] : [];
    if (roles !== undefined && !user.isActive) throw new UserInactive();
    const startsAnew = fields.includes('duty');
    if (roles !== undefined || startsAnew) {
      const why =
        reason ?? (startsAnew ? (user.duty ?? grantReasons.dutyChanged) : grantReasons.rolesChanged);
      const change = { user, wanted: roles ?? [], reason: why, endsAt, startsAnew };
      entries.push(...(await this.access.changeRoles(tx, context, change)));
    }
    if (fields.includes('kind') && user.kind === 'outside')
      entries.push(...(await timeBox(tx, context, { userId: user.id, at: this.clock.now() })));
    return entries;
  }
}

const entryOf = (action: string, { id }: User, fields: string[] = []): AuditEntry => ({
  action,
  subjectType: 'user',
  subjectId: id,
  fields,
});
