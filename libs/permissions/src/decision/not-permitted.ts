import { DomainError } from '@seloste/kernel';
import type { ContactAttempt, Decision } from './decision.js';

/** This person may not be contacted like this. The answer carries the decision, as `permission`. */
export class NotPermitted extends DomainError {
  readonly permission: Pick<ContactAttempt, 'channel' | 'purpose'> & Decision;

  constructor(decision: Decision, { channel, purpose }: ContactAttempt) {
    super('conflict', 'not_permitted', 'This person may not be contacted like this.');
    this.permission = { channel, purpose, ...decision };
  }
}
