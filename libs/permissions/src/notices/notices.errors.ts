import { DomainError } from '@seloste/kernel';

/** Somebody has told the person already. */
export class AlreadyTold extends DomainError {
  constructor() {
    super('conflict', 'already_told', 'The person has been told already.');
  }
}
