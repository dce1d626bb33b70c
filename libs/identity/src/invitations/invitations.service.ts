import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import {
  actingUserId,
  InvalidInput,
  newId,
  NotFound,
  type Clock,
  type RequestContext,
} from '@seloste/kernel';
import { CLOCK, Database } from '@seloste/platform';
import { In, IsNull, QueryFailedError, type EntityManager } from 'typeorm';
import { assertEnd } from '../grants/grant-end.js';
import { grantReasons } from '../grants/grant-reasons.js';
import { EmailTaken } from '../identity.errors.js';
import { Team } from '../teams/team.entity.js';
import { User } from '../users/user.entity.js';
import { InvitationLetters } from './invitation-letters.js';
import { Invitation } from './invitation.entity.js';
import type { CreateInvitation } from './invitations.dto.js';
import { AlreadyInvited, InvitationIsOver } from './invitations.errors.js';
import { assertPersonalAddress } from './shared-address.js';

/** Personal accounts begin with an invitation by mail: nobody but their owner ever knows the password (P10). */
@Injectable()
export class Invitations {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly letters: InvitationLetters,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Returns the id. @throws InvalidInput (`shared_address`, `unknown_team`, `too_early`, `time_boxed`), EmailTaken, AlreadyInvited */
  create(context: RequestContext, wanted: CreateInvitation): Promise<string> {
    const now = this.clock.now();
    assertPersonalAddress(wanted.email, 'email');
    const { kind = 'staff', endsAt = null } = wanted;
    assertEnd({ kind, startsAt: now, endsAt }, now);
    return this.database.transaction(async (tx) => {
      await assertFree(tx, wanted);
      await this.revokeExpired(tx, context, wanted.email);
      const invitation = tx.create(Invitation, {
        ...wanted,
        id: newId(),
        teamIds: wanted.teamIds ?? [],
        duty: wanted.duty ?? null,
        kind,
        reason: wanted.reason ?? grantReasons.invited,
        endsAt,
        // Only somebody who is signed in gets here.
        invitedBy: actingUserId(context) ?? '',
        createdAt: now,
      });
      const send = this.letters.prepare(invitation);
      await tx.insert(Invitation, invitation).catch(toAlreadyInvited);
      await send(tx);
      await this.record(tx, context, 'invitation.create', invitation);
      return invitation.id;
    });
  }

  /** Another letter with another link; the link before works no more. @throws NotFound, InvitationIsOver */
  resend(context: RequestContext, id: string): Promise<void> {
    return this.database.transaction(async (tx) => {
      const invitation = await lockInvitation(tx, id);
      if (invitation.tokenHash === null) throw new InvitationIsOver();
      const send = this.letters.prepare(invitation);
      await tx.save(invitation);
      await send(tx);
      await this.record(tx, context, 'invitation.resend', invitation);
    });
  }

  /** The link works no more; doing it twice changes nothing. @throws NotFound, InvitationIsOver when it was accepted */
  revoke(context: RequestContext, id: string): Promise<void> {
    return this.database.transaction(async (tx) => {
      const invitation = await lockInvitation(tx, id);
      if (invitation.acceptedAt !== null) throw new InvitationIsOver();
      if (invitation.revokedAt !== null) return;
      invitation.revoke(actingUserId(context), this.clock.now());
      await tx.save(invitation);
      await this.record(tx, context, 'invitation.revoke', invitation);
    });
  }

  /** Makes room for a new invitation where the one before has run out. */
  private async revokeExpired(tx: EntityManager, context: RequestContext, email: string): Promise<void> {
    const now = this.clock.now();
    const open = await tx.findBy(Invitation, { email, acceptedAt: IsNull(), revokedAt: IsNull() });
    for (const invitation of open.filter((one) => one.statusAt(now) === 'expired')) {
      invitation.revoke(actingUserId(context), now);
      await tx.save(invitation);
      await this.record(tx, context, 'invitation.revoke', invitation);
    }
  }

  private record(
    tx: EntityManager,
    context: RequestContext,
    action: string,
    { id, roles }: Invitation,
  ): Promise<void> {
    const fields = action === 'invitation.create' ? roles : [];
    return this.audit.record(tx, context, { action, subjectType: 'invitation', subjectId: id, fields });
  }
}

async function assertFree(tx: EntityManager, { email, teamIds = [] }: CreateInvitation): Promise<void> {
  if (await tx.existsBy(User, { email })) throw new EmailTaken();
  if (
    teamIds.length > 0 &&
    (await tx.countBy(Team, { id: In(teamIds), closedAt: IsNull() })) < teamIds.length
  )
    throw InvalidInput.of('teamIds', 'unknown_team', 'must be ids of teams');
}

/** The invitation, held until the transaction ends. @throws NotFound */
async function lockInvitation(tx: EntityManager, id: string): Promise<Invitation> {
  const invitation = await tx.findOne(Invitation, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!invitation) throw new NotFound('invitation');
  return invitation;
}

function toAlreadyInvited(error: unknown): never {
  const cause = (error instanceof QueryFailedError ? error.driverError : {}) as { constraint?: string };
  throw cause.constraint === 'invitations_open' ? new AlreadyInvited() : error;
}
