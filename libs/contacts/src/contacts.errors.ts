import { DomainError } from '@seloste/kernel';

/** The person was forgotten: nothing about them is recorded any more. */
export class ContactErased extends DomainError {
  constructor() {
    super('conflict', 'contact_erased', 'This person was erased: nothing can be recorded about them.');
  }
}

/** Whoever had this address was forgotten. They may come back themselves, and nobody else brings them back. */
export class ContactForgotten extends DomainError {
  constructor() {
    super(
      'conflict',
      'contact_forgotten',
      'Whoever had this address was erased. Enter them only when they gave you their details anew: name the person or a form as the source.',
    );
  }
}
