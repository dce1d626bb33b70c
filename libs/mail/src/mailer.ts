import { Inject, Injectable } from '@nestjs/common';
import { newId, type Clock, type Language } from '@seloste/kernel';
import { AppConfig, CLOCK, Jobs, Sealer } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import { FollowUps, type FollowUp } from './follow-ups.js';
import type { LetterTemplate, LetterValues } from './letters/letter-values.js';
import { MailMessage, type MailClass } from './mail-message.entity.js';

export const deliveryQueue = 'mail.delivery';
export const valuesOfLetters = 'letter of mail';

/** A letter to be sent. */
export interface NewMail<Template extends LetterTemplate> {
  /** The address. */
  to: string;
  language: Language;
  template: Template;
  values: LetterValues[Template];
  /** Marketing is not for this door. */
  class?: MailClass;
  /** The account or the person of the register that it goes to. */
  userId?: string;
  contactId?: string;
  /** The record that it is about, for the record and for {@link Mailer.afterHandOver}. */
  about?: { type: string; id: string };
  /** Not delivered any more after this, such as a link that runs out. */
  deliverBefore?: Date;
}

/** The way out for the system's own mail: an outbox row in the caller's transaction, sent by a working process. */
@Injectable()
export class Mailer {
  constructor(
    private readonly config: AppConfig,
    private readonly jobs: Jobs,
    private readonly sealer: Sealer,
    private readonly followUps: FollowUps,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Does mail leave the house? Without a mail server it stays in the mailbox, and nobody is told anything. */
  get isDeliverable(): boolean {
    return this.config.smtpUrl !== null;
  }

  /**
   * Puts a letter into the outbox; it leaves if and only if the caller's transaction is committed. It is handed to the
   * mail server at least once: again, under the same Message-ID, when the process dies between the server's yes and
   * our record of it.
   * @returns the id of the message
   */
  async queue<Template extends LetterTemplate>(tx: EntityManager, mail: NewMail<Template>): Promise<string> {
    const id = newId();
    const now = this.clock.now();
    await tx.insert(MailMessage, {
      id,
      class: mail.class ?? 'service',
      template: mail.template,
      language: mail.language,
      recipient: mail.to,
      userId: mail.userId ?? null,
      contactId: mail.contactId ?? null,
      aboutType: mail.about?.type ?? null,
      aboutId: mail.about?.id ?? null,
      sealedValues: this.sealer.seal(JSON.stringify(mail.values), valuesOfLetters, id),
      status: this.isDeliverable ? 'waiting' : 'kept',
      attempts: 0,
      nextAttemptAt: this.isDeliverable ? now : null,
      deliverBefore: mail.deliverBefore ?? null,
      createdAt: now,
    });
    if (this.isDeliverable) await this.jobs.sendIn(tx, deliveryQueue, { id }, { singletonKey: id });
    return id;
  }

  /**
   * From now on `followUp` runs in the transaction that records the hand-over of a letter of this template. When it
   * fails, the letter stays on record as handed over, and the follow-up is tried again until it succeeds: it may run
   * more than once, its effects are committed once. Call it in `onModuleInit`: delivery begins right after.
   */
  afterHandOver(template: LetterTemplate, followUp: FollowUp): void {
    this.followUps.set(template, followUp);
  }
}
