import { Injectable } from '@nestjs/common';
import { actingUserId, type RequestContext } from '@seloste/kernel';
import { Mailer } from '@seloste/mail';
import { AppConfig, readerOf } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import { heldRoles } from '../access/access-of-user.js';
import { findCopy } from '../undertaking/undertaking-receipts.js';
import type { User } from '../users/user.entity.js';

/** Mail about access, in the transaction that changes it. */
@Injectable()
export class AccessLetters {
  constructor(
    private readonly mailer: Mailer,
    private readonly config: AppConfig,
  ) {}

  /** To somebody who leaves: what they undertook, and that it binds them on (C5, K5). */
  async undertakingCopy(tx: EntityManager, { id, name, email }: User): Promise<void> {
    const copy = await findCopy(readerOf(tx), id);
    if (!copy) return;
    const { language, text, acceptedAt } = copy;
    await this.mailer.queue(tx, {
      to: email,
      language,
      template: 'undertaking_copy',
      values: { name, acceptedAt: acceptedAt.toISOString(), text },
      userId: id,
    });
  }

  /**
   * Somebody gave themselves a role: the other administrators and the privacy officers hear of it, so that nobody widens
   * their own access unseen.
   */
  async selfGrant(tx: EntityManager, context: RequestContext, at: Date): Promise<void> {
    const actor = actingUserId(context);
    const watchers = await tx.query<(Pick<User, 'id' | 'name' | 'email' | 'language'> & { who: string })[]>(
      `SELECT u.id, u.name, u.email, u.language, me.name AS who FROM users u JOIN users me ON me.id = $1
       WHERE u.id <> me.id AND u.deactivated_at IS NULL
         AND ${heldRoles('u.id', '$2::timestamptz')} && '{admin,privacy_officer}'`,
      [actor, at],
    );
    for (const { id, name, email, language, who } of watchers)
      await this.mailer.queue(tx, {
        to: email,
        language,
        template: 'self_grant',
        values: { name, who, at: at.toISOString(), link: `${this.config.publicUrl}/settings/users` },
        userId: id,
      });
  }
}
