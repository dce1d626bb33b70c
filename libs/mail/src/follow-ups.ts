import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { LetterTemplate } from './letters/letter-values.js';

/** A message that the mail server has taken, as far as others need to know it. */
export interface HandedOverMail {
  id: string;
  userId: string | null;
  contactId: string | null;
  /** The record that the message was about. */
  about: { type: string; id: string } | null;
}

/** What happens when a letter is on its way, in the transaction that records it. */
export type FollowUp = (tx: EntityManager, mail: HandedOverMail) => Promise<void>;

/** What is to happen after letters of a template have been handed over: at most one thing each. */
@Injectable()
export class FollowUps {
  private readonly byTemplate = new Map<string, FollowUp>();

  set(template: LetterTemplate, followUp: FollowUp): void {
    this.byTemplate.set(template, followUp);
  }

  async run(tx: EntityManager, template: string, mail: HandedOverMail): Promise<void> {
    await this.byTemplate.get(template)?.(tx, mail);
  }
}
