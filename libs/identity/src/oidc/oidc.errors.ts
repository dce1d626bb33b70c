import { DomainError } from '@seloste/kernel';

/** The provider does not answer, answers nonsense, or is another than the one that was set up. */
export class OidcUnavailable extends DomainError {
  constructor() {
    super('unavailable', 'oidc_unavailable', 'The sign-in service does not answer; try again in a moment.');
  }
}

/** The answer belongs to no login that this browser began in the last ten minutes. */
export class OidcExpired extends DomainError {
  constructor() {
    super('unauthenticated', 'oidc_expired', 'This login was not begun here or took too long; begin again.');
  }
}

/** The user, or the provider on their behalf, said no. */
export class OidcCancelled extends DomainError {
  constructor() {
    super('unauthenticated', 'oidc_cancelled', 'The login was cancelled at the sign-in service.');
  }
}

/** What the provider answered does not prove anything: used twice, for another, or not signed by it. */
export class OidcFailed extends DomainError {
  constructor() {
    super('unauthenticated', 'oidc_failed', 'The sign-in service did not confirm the login.');
  }
}

/**
 * The same for an address that is not verified, one of another domain, one without an account or invitation and one whose account is
 * deactivated, so that a stranger learns nothing.
 */
export class OidcRefused extends DomainError {
  constructor() {
    super('unauthenticated', 'oidc_refused', 'There is no account for this login.');
  }
}
