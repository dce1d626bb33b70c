import { DomainError } from '@seloste/kernel';

/** Service is not stopped by an objection, except where it rests on the company's own interest (GDPR Art. 21(1); V4). */
export class NotObjectable extends DomainError {
  constructor() {
    super(
      'conflict',
      'purpose_not_objectable',
      'Nobody can object to this purpose: it is service, and does not rest on a legitimate interest.',
    );
  }
}
