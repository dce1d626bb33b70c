import { DomainError } from '@seloste/kernel';

/** Something about the person changed after the plan was made: what would be erased is not what was agreed to. */
export class PlanOutdated extends DomainError {
  constructor() {
    super('conflict', 'plan_outdated', 'The person changed after this plan was made: make a new one.');
  }
}

/** GDPR Art. 18: whoever had processing restricted wants the data kept for now; only their own request, or a person's decision, erases it. */
export class PersonRestricted extends DomainError {
  constructor() {
    super('conflict', 'contact_restricted', 'Processing is restricted: no rule erases this person.');
  }
}

/** The day of the person's clock has moved on since the purge was planned: nothing is erased. */
export class NotDue extends DomainError {
  constructor() {
    super('conflict', 'not_due', 'No rule erases this person any more.');
  }
}

/** The erasure is under way or done: it can be taken back no more. */
export class NotInGrace extends DomainError {
  constructor() {
    super('conflict', 'not_in_grace', 'Only an erasure that still waits for its day can be taken back.');
  }
}

/** The erasure does not wait for anybody's word. */
export class NothingToDecide extends DomainError {
  constructor() {
    super('conflict', 'nothing_to_decide', 'This erasure waits for no decision.');
  }
}

/** There is no certificate before an erasure is complete. */
export class NotCertified extends DomainError {
  constructor() {
    super('conflict', 'not_certified', 'The erasure is not complete: nothing is certified yet.');
  }
}
