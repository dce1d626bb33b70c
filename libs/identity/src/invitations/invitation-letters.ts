import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@seloste/kernel';
import { Mailer } from '@seloste/mail';
import { AppConfig, CLOCK } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import { newToken, tokenHashOf } from '../random-token.js';
import { User } from '../users/user.entity.js';
import type { Invitation } from './invitation.entity.js';

/** Writes invitations. */
@Injectable()
export class InvitationLetters {
  constructor(
    private readonly mailer: Mailer,
    private readonly config: AppConfig,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Gives the invitation a new link, known to its letter alone; save it, then send the letter by what is returned. */
  prepare(invitation: Invitation): (tx: EntityManager) => Promise<void> {
    const token = newToken();
    invitation.renew(tokenHashOf(token), this.clock.now());
    const { id, email, language, name, expiresAt, invitedBy } = invitation;
    return async (tx) => {
      const inviter = await tx.findOneByOrFail(User, { id: invitedBy });
      await this.mailer.queue(tx, {
        to: email,
        language,
        template: 'invitation',
        // In the fragment, which no browser sends and no server logs.
        values: {
          name,
          inviter: inviter.name,
          link: `${this.config.publicUrl}/invitation#${token}`,
          until: expiresAt.toISOString(),
        },
        about: { type: 'invitation', id },
        deliverBefore: expiresAt,
      });
    };
  }
}
