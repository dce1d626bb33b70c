import { DomainError } from '@seloste/kernel';

/** GDPR Art. 12(3): after the first month nothing puts the answer off any more. */
export class TooLateToExtend extends DomainError {
  constructor() {
    super('conflict', 'too_late_to_extend', 'An extension has to be told within the first month.');
  }
}

/** It was put off before. */
export class ExtendedAlready extends DomainError {
  constructor() {
    super('conflict', 'extended_already', 'The answer has been put off already.');
  }
}

/** Wrong, too late, used, or asked for too often: which of them is nobody's to know. */
export class CodeRefused extends DomainError {
  constructor() {
    super('conflict', 'code_refused', 'This code confirms nothing.');
  }
}
