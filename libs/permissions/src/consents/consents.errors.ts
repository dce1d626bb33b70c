import { DomainError } from '@seloste/kernel';

/** Who was forgotten stays forgotten: they can say no again, and are never opted in (design rule 6). */
export class PersonErased extends DomainError {
  constructor() {
    super('conflict', 'erased', 'This person was erased: nothing that would allow contact can be recorded.');
  }
}

/** There is nothing to confirm: it needs no confirmation, has it, or was withdrawn. */
export class NotAwaitingConfirmation extends DomainError {
  constructor() {
    super(
      'conflict',
      'not_awaiting_confirmation',
      'This consent does not wait for the person to confirm it.',
    );
  }
}

/** A letter about this consent left less than an hour ago. */
export class AskedRecently extends DomainError {
  constructor() {
    super('conflict', 'asked_recently', 'The person was asked less than an hour ago; try again later.');
  }
}
