import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import { newId, type Clock, type RequestContext } from '@seloste/kernel';
import { CLOCK } from '@seloste/platform';
import { In, type EntityManager } from 'typeorm';
import { TeamMember } from '../teams/team-member.entity.js';
import { Team } from '../teams/team.entity.js';
import { NewUsers } from '../users/new-users.js';
import { RoleGrant } from '../users/role-grant.entity.js';
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

  /** Roles and teams are the inviter's decision and recorded as theirs; the acceptance is the new user's. @throws EmailTaken */
  async create(
    tx: EntityManager,
    context: RequestContext,
    { invitation, passwordHash }: { invitation: Invitation; passwordHash: string },
  ): Promise<User> {
    const { name, email, language, roles, reason, invitedBy } = invitation;
    const inviter = inTheNameOf(context, invitedBy, language);
    const user = await this.newUsers.add(tx, inviter, {
      ...{ name, email, language, roles, reason },
      passwordHash,
    });
    await this.settle(tx, user, invitation);
    invitation.accept(user.id, this.clock.now());
    await tx.save(invitation);
    await this.audit.record(tx, inTheNameOf(context, user.id, language), {
      action: 'invitation.accept',
      subjectType: 'invitation',
      subjectId: invitation.id,
    });
    return user;
  }

  /** Duty, end of the roles, and teams other than everybody's; a team that is gone by now is left out. */
  private async settle(tx: EntityManager, user: User, invitation: Invitation): Promise<void> {
    const { duty, endsAt, teamIds, invitedBy } = invitation;
    if (duty !== null) {
      user.duty = duty;
      await tx.save(user);
    }
    if (endsAt !== null) await tx.update(RoleGrant, { userId: user.id }, { endsAt });
    const teams = teamIds.length === 0 ? [] : await tx.findBy(Team, { id: In(teamIds) });
    if (teams.length === 0) return;
    await tx.delete(TeamMember, { userId: user.id });
    const joinedAt = this.clock.now();
    await tx.insert(
      TeamMember,
      teams.map(({ id: teamId }) => ({ id: newId(), teamId, userId: user.id, joinedAt, addedBy: invitedBy })),
    );
  }
}
