import { DomainError } from '@seloste/kernel';

export class TeamNameTaken extends DomainError {
  constructor() {
    super('conflict', 'team_name_taken', 'Another team has this name.');
  }
}
