import { DomainError } from '@seloste/kernel';
export class AlreadyInvited extends DomainError {
  constructor() {
    super('conflict', 'already_invited', 'This address has an invitation that is still open.');
  }
}

export class InvitationIsOver extends DomainError {
  constructor() {
    super('conflict', 'invitation_is_over', 'The invitation was accepted or revoked.');
  }
}
