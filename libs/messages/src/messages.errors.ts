import { DomainError } from '@seloste/kernel';

/** It is on its way, or out of the house: nobody takes it back. */
export class MessageGone extends DomainError {
  constructor() {
    super('conflict', 'message_gone', 'The message does not wait any more.');
  }
}

/** The same key was used for another message. */
export class IdempotencyKeyReused extends DomainError {
  constructor() {
    super('conflict', 'idempotency_key_reused', 'The Idempotency-Key was used for another message.');
  }
}
