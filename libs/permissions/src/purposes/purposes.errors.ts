import { DomainError } from '@seloste/kernel';

/** Nothing is done with people's data for a purpose that rests on nothing (GDPR Art. 6(1)). */
export class NoBasis extends DomainError {
  constructor() {
    super(
      'conflict',
      'basis_missing',
      'The purpose has no legal basis on record, so it cannot be switched on.',
    );
  }
}

export class PurposeExists extends DomainError {
  constructor() {
    super('conflict', 'purpose_exists', 'There is a purpose with this key already.');
  }
}
