import { DomainError } from '@seloste/kernel';

/** It was answered already: nothing is added to it any more. */
export class RequestClosed extends DomainError {
  constructor() {
    super('conflict', 'request_closed', 'The request is closed.');
  }
}

/** Whose it is has to be shown first. */
export class NotIdentified extends DomainError {
  constructor() {
    super('conflict', 'not_identified', 'It has not been shown yet whose request this is.');
  }
}
