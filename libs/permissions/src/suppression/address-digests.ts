import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { normalisePhone } from '@seloste/kernel';
import { MasterKey } from '@seloste/platform';
import { mailboxOf } from './mailbox-of.js';

/** A way to reach somebody: an e-mail address or a phone number. */
export interface Address {
  kind: 'email' | 'phone';
  value: string;
}

/**
 * Keyed digests of addresses and numbers (design rule 6): by them we know again whom nothing is sent to, without keeping
 * who it was. The key is outside the database.
 */
@Injectable()
export class AddressDigests {
  private readonly key: Buffer;

  constructor(masterKey: MasterKey) {
    this.key = Buffer.from(masterKey.derive('suppression'), 'hex');
  }

  /** 32 bytes, equal for every spelling of one mailbox or number. */
  digestOf(kind: Address['kind'], value: string): Buffer {
    const reached = kind === 'email' ? mailboxOf(value) : (normalisePhone(value) ?? value.trim());
    return createHmac('sha256', this.key).update(`${kind} ${reached}`).digest();
  }
}
