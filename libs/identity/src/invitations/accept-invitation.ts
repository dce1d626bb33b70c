import { Inject, Injectable } from '@nestjs/common';
import type { Clock, RequestContext } from '@seloste/kernel';
import { CLOCK, Database, readerOf } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import type { BegunSession, Origin } from '../sessions/origin.js';
import { Sessions } from '../sessions/sessions.js';
import { Credentials } from '../users/credentials.js';
import type { AcceptInvitation, InvitationLookUp } from './invitations.dto.js';
import { Invitation } from './invitation.entity.js';
import { LinkIsOver } from '../identity.errors.js';
import { InvitedUsers } from './invited-users.js';
import { findOpenInvitation } from './open-invitation.js';

/** What the invited person does with the link. */
@Injectable()
export class InvitationAcceptance {
  constructor(
    private readonly database: Database,
    private readonly credentials: Credentials,
    private readonly invitedUsers: InvitedUsers,
    private readonly sessions: Sessions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Who invites whom. @throws LinkIsOver */
  async lookUp(token: string): Promise<InvitationLookUp> {
    const open = await findOpenInvitation(this.database, token, this.clock.now());
    if (!open) throw new LinkIsOver();
    const { name, email, language, inviter, company, expiresAt } = open;
    return { name, email, language, inviter, company, expiresAt };
  }

  /**
   * Makes the account and signs its owner in. Of simultaneous acceptances one succeeds.
   * @throws LinkIsOver, InvalidInput for a password that can be guessed, EmailTaken
   */
  async run(
    context: RequestContext,
    { token, password }: AcceptInvitation,
    origin: Origin,
  ): Promise<BegunSession> {
    const open = await findOpenInvitation(this.database, token, this.clock.now());
    if (!open) throw new LinkIsOver();
    const passwordHash = await this.credentials.hash(password, open, 'password');
    return this.database.transaction(async (tx) => {
      const invitation = await this.lock(tx, open.id, token);
      const user = await this.invitedUsers.create(tx, context, { invitation, passwordHash });
      return this.sessions.begin(tx, context, user, { method: 'password', origin });
    });
  }

  /** Looked at once more while nobody else can change it. */
  private async lock(tx: EntityManager, id: string, token: string): Promise<Invitation> {
    const invitation = await tx.findOneOrFail(Invitation, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
    if (!(await findOpenInvitation(readerOf(tx), token, this.clock.now()))) throw new LinkIsOver();
    return invitation;
  }
}
