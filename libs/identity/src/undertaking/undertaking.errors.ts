import { DomainError } from '@seloste/kernel';

/** Accepted was a text that another one has replaced: the new one has to be read first. */
export class UndertakingOutdated extends DomainError {
  constructor() {
    super('conflict', 'undertaking_outdated', 'The undertaking was published anew; read it as it is now.');
  }
}
