import { DomainError } from '@seloste/kernel';

/** The register must not process this person just now. Why is for the privacy officer to say. */
export class ContactNotAccepted extends DomainError {
  constructor() {
    super('conflict', 'contact_not_accepted', 'This person cannot be entered; ask the privacy officer.');
  }
}

/** The person is forgotten but for what a hold keeps, and absent for as long as that stays (GDPR Art. 17(3)). */
export class HeldPersonIsRestricted extends DomainError {
  constructor() {
    super(
      'conflict',
      'erasure_held',
      'This person was erased but for what a hold keeps: the restriction ends with the hold, when the rest goes.',
    );
  }
}
