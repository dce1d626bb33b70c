import { DomainError } from '@seloste/kernel';

/** The register must not process this person just now. Why is for the privacy officer to say. */
export class ContactNotAccepted extends DomainError {
  constructor() {
    super('conflict', 'contact_not_accepted', 'This person cannot be entered; ask the privacy officer.');
  }
}
