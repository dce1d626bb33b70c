import { DomainError } from '@seloste/kernel';

/** The request asks for something else than a copy. */
export class NoCopyAsked extends DomainError {
  constructor() {
    super('conflict', 'no_copy_asked', 'The request asks for no copy of the data.');
  }
}

/** It is not at the stage for this. */
export class PackageNotInReview extends DomainError {
  constructor() {
    super('conflict', 'package_not_in_review', 'The package is not waiting for its release.');
  }
}

/** Names of others wait for a decision (GDPR Art. 15(4)). */
export class NamesUndecided extends DomainError {
  constructor() {
    super('conflict', 'names_undecided', 'Decide on every name of somebody else first.');
  }
}

/** There is no address to send the link to. */
export class NoAddress extends DomainError {
  constructor() {
    super('conflict', 'no_address', 'No e-mail address of the person is known.');
  }
}
