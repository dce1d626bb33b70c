import { DomainError } from '@seloste/kernel';
import type { ContactAttempt, Decision } from './decision.js';

/** This person may not be contacted like this. The answer carries the decision, as `permission`, also in words. */
export class NotPermitted extends DomainError {
  readonly permission: Pick<ContactAttempt, 'channel' | 'purpose'> & Decision & { sentence: string };

  /** @param sentence the decision in the caller's language */
  constructor(decision: Decision, { channel, purpose }: ContactAttempt, sentence: string) {
    super('conflict', 'not_permitted', 'This person may not be contacted like this.');
    this.permission = { channel, purpose, ...decision, sentence };
  }
}
