import { DomainError } from '@seloste/kernel';

/** Of one role a user holds at most one grant that has not ended, begun or planned. */
export class RoleHeld extends DomainError {
  constructor() {
    super('conflict', 'role_held', 'The user has a grant of this role; end it before giving another.');
  }
}

export class UserInactive extends DomainError {
  constructor() {
    super('conflict', 'user_inactive', 'The account is shut; open it before giving it roles.');
  }
}

export class LastAdmin extends DomainError {
  constructor() {
    super('conflict', 'last_admin', 'Somebody else has to be an administrator first.');
  }
}
