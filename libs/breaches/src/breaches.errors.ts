import { DomainError } from '@seloste/kernel';

export class BreachClosed extends DomainError {
  constructor() {
    super('conflict', 'breach_closed', 'The breach is closed.');
  }
}

/** GDPR Art. 33, 34: somebody still has to be told, or it has to be said why not. */
export class NotToldYet extends DomainError {
  constructor() {
    super('conflict', 'not_told_yet', 'The authority or the people have not been told yet.');
  }
}
