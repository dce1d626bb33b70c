import { DomainError } from '@seloste/kernel';
import type { Factor } from './enrolled-factors.js';

/** The password is right, and the account asks for one of these beside it; what came with it, if anything, was not one. */
export class SecondFactorRequired extends DomainError {
  constructor(readonly factors: Factor[]) {
    super('unauthenticated', 'second_factor_required', 'The account asks for a second factor.');
  }
}

/** A role of the user demands a second factor, and this was the last one. */
export class SecondFactorDemanded extends DomainError {
  constructor() {
    super(
      'conflict',
      'second_factor_demanded',
      'A role of the user demands a second factor: add another first.',
    );
  }
}

export class NoSecondFactor extends DomainError {
  constructor() {
    super('conflict', 'no_second_factor', 'Recovery codes stand in for a second factor: add one first.');
  }
}
