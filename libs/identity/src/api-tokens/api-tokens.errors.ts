import { DomainError } from '@seloste/kernel';

export class TooManyApiTokens extends DomainError {
  constructor() {
    super('conflict', 'too_many_api_tokens', 'End some of your tokens first.');
  }
}
