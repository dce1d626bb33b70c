import { DomainError } from '@seloste/kernel';

/** There is nothing to confirm: the person is kept on another ground, or until a day that is set. */
export class NotReviewable extends DomainError {
  constructor() {
    super('conflict', 'not_reviewable', 'The person is not kept on this ground, or not without an end.');
  }
}
