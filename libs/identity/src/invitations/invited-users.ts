import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import type { Clock, RequestContext } from '@seloste/kernel';
import { CLOCK, readerOf } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import { NewUsers } from '../users/new-users.js';
import { User } from '../users/user.entity.js';
import { Invitation } from './invitation.entity.js';
import { findInvitationTo, inTheNameOf, type OpenInvitation } from './open-invitation.js';

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
    { invitation, passwordHash }: { invitation: Invitation; passwordHash: string | null },
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

  /** Accepts for whoever proved to be at the address, without a password. Null when nobody invited them. */
  async createFor(tx: EntityManager, context: RequestContext, email: string): Promise<User | null> {
    const open = await this.findFor(tx, email);
    if (!open) return null;
    const { id } = open;
    const invitation = await tx.findOneOrFail(Invitation, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
    // Looked at once more while nobody else can change it.
    if ((await this.findFor(tx, email))?.id !== id) return null;
    const user = await this.create(tx, context, { invitation, passwordHash: null });
    return tx.findOneByOrFail(User, { id: user.id });
  }

  private findFor(tx: EntityManager, email: string): Promise<OpenInvitation | null> {
    return findInvitationTo(readerOf(tx), email, this.clock.now());
  }
}
