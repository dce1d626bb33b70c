import { DomainError } from '@seloste/kernel';

export class NotAuthenticated extends DomainError {
  constructor() {
    super('unauthenticated', 'not_authenticated', 'Sign in first.');
  }
}

/** The confidentiality undertaking has not been accepted as it reads now (C5, K5). */
export class UndertakingRequired extends DomainError {
  constructor() {
    super('forbidden', 'undertaking_required', 'Accept the confidentiality undertaking first.');
  }
}

/** A role of the user demands a second factor, and the account has none yet. */
export class FactorEnrolmentRequired extends DomainError {
  constructor() {
    super('forbidden', 'second_factor_enrolment_required', 'Add a second factor to your account first.');
  }
}

/** A dangerous act, and the last proof of identity is too old. */
export class ReauthenticationRequired extends DomainError {
  constructor() {
    super('forbidden', 'reauthentication_required', 'Prove once more that it is you.');
  }
}

/** The same for an unknown account, a wrong password and a deactivated account, so that a stranger learns nothing. */
export class InvalidCredentials extends DomainError {
  constructor() {
    super('unauthenticated', 'invalid_credentials', 'The e-mail address or the password is wrong.');
  }
}

/** Too many attempts; the next one is looked at after `retryAfterSeconds`. */
export class TooManyAttempts extends DomainError {
  constructor(readonly retryAfterSeconds: number) {
    super('too_many', 'too_many_requests', 'There were too many attempts; wait a while before the next one.');
  }
}

export class EmailTaken extends DomainError {
  constructor() {
    super('conflict', 'email_taken', 'Another user signs in with this e-mail address.');
  }
}

/** The same for a mailed link that never was, was used, was taken back or has run out, so that nobody learns which. */
export class LinkIsOver extends DomainError {
  constructor() {
    super('not_found', 'link_is_over', 'The link does not work, or does not work any more.');
  }
}
