import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import { actingUserId, NotFound, type Clock, type RequestContext } from '@seloste/kernel';
import { CLOCK, Database } from '@seloste/platform';
import { IsNull } from 'typeorm';
import { LiveSessions } from '../access/live-sessions.js';
import { lockUser } from '../users/lock-user.js';
import type { EndGrant, GiveGrant } from './grants.dto.js';
import { RoleHeld, UserInactive } from './grants.errors.js';
import { assertAnAdminIsLeft, lockAdmins } from './last-admin.js';
import { endLapsed, grantEntry, makeGrant } from './role-changes.js';
import { RoleGrant } from './role-grant.entity.js';
import { AccountAccess } from './account-access.js';

/** Giving roles and taking them away, one by one (K5). */
@Injectable()
export class Grants {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly live: LiveSessions,
    private readonly access: AccountAccess,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Returns the id. @throws NotFound, UserInactive, RoleHeld, InvalidInput */
  async give(context: RequestContext, userId: string, wanted: GiveGrant): Promise<string> {
    const { role, reason, endsAt = null } = wanted;
    const at = this.clock.now();
    const startsAt = wanted.startsAt && wanted.startsAt > at ? wanted.startsAt : at;
    const id = await this.database.transaction(async (tx) => {
      const user = await lockUser(tx, userId);
      if (!user.isActive) throw new UserInactive();
      const lapsed = await endLapsed(tx, at, userId);
      if (await tx.existsBy(RoleGrant, { userId, role, endedAt: IsNull() })) throw new RoleHeld();
      const made = await makeGrant(tx, context, { user, role, reason, at, startsAt, endsAt });
      await this.access.tellOfSelfGrant(tx, context, userId);
      await this.audit.recordAll(tx, context, [...lapsed, made]);
      return made.subjectId ?? '';
    });
    this.live.forget(userId);
    return id;
  }

  /** Ends it at once, in every process; one that has ended stays as it is. @throws NotFound, LastAdmin */
  async end(context: RequestContext, id: string, { reason }: EndGrant): Promise<void> {
    const userId = await this.database.transaction(async (tx) => {
      await lockAdmins(tx);
      const grant = await tx.findOne(RoleGrant, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!grant) throw new NotFound('grant');
      if (grant.endedAt !== null) return grant.userId;
      const at = this.clock.now();
      grant.end(at, actingUserId(context), reason);
      await tx.save(grant);
      await assertAnAdminIsLeft(tx, at);
      await this.audit.record(tx, context, grantEntry('role_grant.end', grant));
      return grant.userId;
    });
    this.live.forget(userId);
  }
}
