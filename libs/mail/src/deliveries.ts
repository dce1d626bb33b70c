import { Inject, Injectable, Logger } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import type { Clock, RequestContext } from '@seloste/kernel';
import { CLOCK, Database } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import { FollowUps } from './follow-ups.js';
import { MailMessage } from './mail-message.entity.js';

const context: RequestContext = { actor: { kind: 'system', name: 'mail' }, requestId: 'mail' };

const minute = 60_000;
const hour = 60 * minute;

/** How long whoever took a message has for handing it over, in milliseconds; then it is anybody's again. */
const claimLasts = 5 * minute;

/** Mail that could not be handed over for this long is given up, in milliseconds. */
const givenUpAfter = 72 * hour;

/** The pause after so many attempts, in milliseconds: one minute, three, nine … at most six hours. */
const pauseAfter = (attempts: number): number => Math.min(minute * 3 ** (attempts - 1), 6 * hour);

/** What becomes of the messages of the outbox. */
@Injectable()
export class Deliveries {
  private readonly logger = new Logger('Mail');

  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly followUps: FollowUps,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Takes the message for a while, so that no other process hands it over as well; null when it is not due. */
  async claim(id: string): Promise<MailMessage | null> {
    const now = this.clock.now();
    const [rows] = await this.database.manager.query<[{ id: string }[], number]>(
      `UPDATE mail_messages SET attempts = attempts + 1, next_attempt_at = $2
       WHERE id = $1 AND status = 'waiting' AND next_attempt_at <= $3 RETURNING id`,
      [id, new Date(now.getTime() + claimLasts), now],
    );
    return rows.length === 0 ? null : this.database.manager.findOneBy(MailMessage, { id });
  }

  /** On record: the mail server has it. What it said is forgotten here, and what waited for it happens. */
  async handedOver(message: MailMessage, messageId: string): Promise<void> {
    try {
      await this.database.transaction(async (tx) => {
        if (await this.recordHandOver(tx, message, messageId)) await this.followUp(tx, message);
      });
    } catch (error) {
      // The mail is out all the same: not recording that would send it again. The follow-up is tried again later.
      this.logger.error(`What follows a message failed: ${(error as Error).name}`);
      await this.database.transaction((tx) => this.recordHandOver(tx, message, messageId));
    }
  }

  /** Tries again what failed after a hand-over. */
  async followUpLater(id: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const message = await tx.findOne(MailMessage, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (message?.status === 'handed_over' && message.followedUpAt === null)
        await this.followUp(tx, message);
    });
  }

  /** It could not be handed over: later again, or never. `reason` is a code. */
  async postpone(message: MailMessage, reason: string): Promise<void> {
    const now = this.clock.now().getTime();
    if (now - message.createdAt.getTime() > givenUpAfter) return this.giveUp(message, reason);
    await this.database.manager.query(
      `UPDATE mail_messages SET next_attempt_at = $3, failure = $4
       WHERE id = $1 AND attempts = $2 AND status = 'waiting'`,
      [message.id, message.attempts, new Date(now + pauseAfter(message.attempts)), reason],
    );
  }

  async giveUp(message: MailMessage, reason: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const [rows] = await tx.query<[unknown[], number]>(
        `UPDATE mail_messages SET status = 'failed', failure = $2, next_attempt_at = NULL, sealed_values = NULL
         WHERE id = $1 AND status = 'waiting' RETURNING id`,
        [message.id, reason],
      );
      if (rows.length > 0) await this.audit.record(tx, context, entryOf('mail_message.fail', message));
    });
    this.logger.warn(`A message was given up: ${reason}`);
  }

  /** The mail server was taken out of the configuration: what waits is kept for the mailbox. */
  async keep(message: MailMessage): Promise<void> {
    await this.database.manager.query(
      `UPDATE mail_messages SET status = 'kept', next_attempt_at = NULL WHERE id = $1 AND status = 'waiting'`,
      [message.id],
    );
  }

  /** False when somebody else has recorded it. */
  private async recordHandOver(tx: EntityManager, message: MailMessage, messageId: string): Promise<boolean> {
    const [rows] = await tx.query<[unknown[], number]>(
      `UPDATE mail_messages SET status = 'handed_over', handed_over_at = $2, message_id = $3, next_attempt_at = NULL,
         sealed_values = NULL, failure = NULL
       WHERE id = $1 AND status = 'waiting' RETURNING id`,
      [message.id, this.clock.now(), messageId],
    );
    if (rows.length === 0) return false;
    await this.audit.record(tx, context, entryOf('mail_message.hand_over', message));
    return true;
  }

  private async followUp(tx: EntityManager, message: MailMessage): Promise<void> {
    const { id, userId, contactId, aboutType, aboutId } = message;
    const about = aboutType !== null && aboutId !== null ? { type: aboutType, id: aboutId } : null;
    await this.followUps.run(tx, message.template, { id, userId, contactId, about });
    await tx.update(MailMessage, { id }, { followedUpAt: this.clock.now() });
  }
}

const entryOf = (action: string, { id, template }: MailMessage) => ({
  action,
  subjectType: 'mail_message',
  subjectId: id,
  fields: [template],
});
