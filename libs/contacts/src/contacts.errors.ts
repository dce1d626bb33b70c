import { DomainError } from '@seloste/kernel';

/** The person was forgotten: nothing about them is recorded any more. */
export class ContactErased extends DomainError {
  constructor() {
    super('conflict', 'contact_erased', 'This person was erased: nothing can be recorded about them.');
  }
}
