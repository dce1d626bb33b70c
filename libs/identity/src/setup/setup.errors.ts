import { DomainError } from '@seloste/kernel';

export class AlreadySetUp extends DomainError {
  constructor() {
    super('conflict', 'already_set_up', 'The first administrator was made already; sign in instead.');
  }
}

export class WrongSetupToken extends DomainError {
  constructor() {
    super('forbidden', 'wrong_setup_token', 'The setup token is not the one that the first start printed.');
  }
}
