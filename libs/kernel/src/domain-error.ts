/** What kind of "no" an error is; the HTTP layer alone knows which status that is. */
export type ErrorKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not_found'
  | 'conflict'
  | 'stale'
  | 'too_large'
  | 'too_many'
  | 'unavailable';

/** One input field that was refused. `field` is a path such as `emails.0`; `code` is stable; `message` is English and free of values. */
export interface FieldError {
  field: string;
  code: string;
  message: string;
}

/** A rule of the domain said no. `code` is stable and part of the API; `message` never holds a personal value. */
export class DomainError extends Error {
  constructor(
    readonly kind: ErrorKind,
    readonly code: string,
    message: string,
    readonly fields: FieldError[] = [],
  ) {
    super(message);
    this.name = new.target.name;
  }
}

/** Input of the right form that breaks a rule: named field by field. */
export class InvalidInput extends DomainError {
  constructor(fields: FieldError[]) {
    super('invalid', 'validation_failed', 'Some fields were not accepted.', fields);
  }

  static of(field: string, code: string, message: string): InvalidInput {
    return new InvalidInput([{ field, code, message }]);
  }
}

/** The record does not exist, or lies outside what the caller may see: the two are told apart to nobody. */
export class NotFound extends DomainError {
  constructor(noun: string) {
    super('not_found', 'not_found', `There is no such ${noun}.`);
  }
}

/** The caller may know that it is there, and not do this. */
export class Forbidden extends DomainError {
  constructor() {
    super('forbidden', 'forbidden', 'Your roles do not allow this.');
  }
}

/** Somebody else changed the record after the caller read it (If-Match did not match). */
export class StaleVersion extends DomainError {
  constructor() {
    super('stale', 'stale_version', 'The record was changed by somebody else after you opened it.');
  }
}
