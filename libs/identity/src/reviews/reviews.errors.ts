import { DomainError } from '@seloste/kernel';

export class ReviewOpen extends DomainError {
  constructor() {
    super('conflict', 'review_open', 'A review is open; finish it first.');
  }
}

/** The grant has ended: there is nothing to keep. */
export class GrantOver extends DomainError {
  constructor() {
    super('conflict', 'grant_over', 'The grant has ended; give the role anew if it is needed.');
  }
}
