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
    const who = await nameOfActor(tx, context);
    for (const { id, name, email, language } of await watchersOf(tx, context, at))
      await this.mailer.queue(tx, {
        to: email,
        language,
        template: 'self_grant',
        values: { name, who, at: at.toISOString(), link: `${this.config.publicUrl}/settings/users` },
        userId: id,
      });
  }

  /** Somebody made an account and knows its password: its owner is told, and so are those who watch over access. */
  async accountMade(tx: EntityManager, context: RequestContext, user: User): Promise<void> {
    const { publicUrl } = this.config;
    const at = user.createdAt;
    const who = await nameOfActor(tx, context);
    await this.mailer.queue(tx, {
      to: user.email,
      language: user.language,
      template: 'account_made',
      values: { name: user.name, who, at: at.toISOString(), link: `${publicUrl}/settings/me` },
      userId: user.id,
    });
    const watchers = await watchersOf(tx, context, at);
    for (const { id, name, email, language } of watchers.filter((one) => one.id !== user.id))
      await this.mailer.queue(tx, {
        to: email,
        language,
        template: 'account_made_by_hand',
        values: {
          name,
          who,
          account: user.name,
          at: at.toISOString(),
          link: `${publicUrl}/settings/users`,
        },
        userId: id,
      });
  }
}

type Watcher = Pick<User, 'id' | 'name' | 'email' | 'language'>;

/** The other administrators and the privacy officers. */
const watchersOf = (tx: EntityManager, context: RequestContext, at: Date): Promise<Watcher[]> =>
  tx.query(
    `SELECT u.id, u.name, u.email, u.language FROM users u
     WHERE u.id <> $1 AND u.deactivated_at IS NULL
       AND ${heldRoles('u.id', '$2::timestamptz')} && '{admin,privacy_officer}'`,
    [actingUserId(context), at],
  );

async function nameOfActor(tx: EntityManager, context: RequestContext): Promise<string> {
  const [user] = await tx.query<{ name: string }[]>('SELECT name FROM users WHERE id = $1', [
    actingUserId(context),
  ]);
  return user?.name ?? '–';
}
