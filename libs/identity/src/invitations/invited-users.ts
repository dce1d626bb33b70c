import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import type { Clock, RequestContext } from '@seloste/kernel';
import { CLOCK } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import { NewUsers } from '../users/new-users.js';
import type { User } from '../users/user.entity.js';
import type { Invitation } from './invitation.entity.js';
import { inTheNameOf } from './open-invitation.js';

/** Makes the accounts that invitations promised. */
@Injectable()
export class InvitedUsers {
  constructor(
    private readonly newUsers: NewUsers,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Roles and teams are the inviter's decision and recorded as theirs; the acceptance is the new user's. @throws EmailTaken, InvalidInput */
  async create(
    tx: EntityManager,
    context: RequestContext,
    { invitation, passwordHash }: { invitation: Invitation; passwordHash: string },
  ): Promise<User> {
    const { name, email, language, roles, reason, duty, kind, endsAt, teamIds, invitedBy } = invitation;
    const inviter = inTheNameOf(context, invitedBy, language);
    const user = await this.newUsers.add(tx, inviter, {
      ...{ name, email, language, roles, reason, duty, kind, endsAt, teamIds },
      passwordHash,
    });
    invitation.accept(user.id, this.clock.now());
    await tx.save(invitation);
    await this.audit.record(tx, inTheNameOf(context, user.id, language), {
      action: 'invitation.accept',
      subjectType: 'invitation',
      subjectId: invitation.id,
    });
    return user;
  }
}
