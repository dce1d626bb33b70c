import { DomainError } from '@seloste/kernel';

/** Browsers know no passkeys for the address under which the product is served. */
export class PasskeysUnavailable extends DomainError {
  constructor() {
    super(
      'conflict',
      'passkeys_unavailable',
      'Passkeys need a domain name and https: set SELOSTE_PUBLIC_URL to one.',
    );
  }
}

export class PasskeyKnown extends DomainError {
  constructor() {
    super('conflict', 'passkey_known', 'This passkey is in use already.');
  }
}
