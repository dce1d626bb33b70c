import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { MasterKey } from './master-key.js';

const algorithm = 'aes-256-gcm';
const ivLength = 12;
const tagLength = 16;

/**
 * Seals secrets that we have to be able to read again (GDPR Art. 32): AES-256-GCM under a key that is derived from the
 * master key for each use. What was sealed for one record cannot be opened as another's.
 */
@Injectable()
export class Sealer {
  private readonly keys = new Map<string, Buffer>();

  constructor(private readonly masterKey: MasterKey) {}

  /**
   * @param use what kind of secret it is, for example `webhook secret`; one of a fixed set
   * @param owner the id of the record that it belongs to
   * @returns URL-safe characters
   */
  seal(secret: string, use: string, owner: string): string {
    const iv = randomBytes(ivLength);
    const cipher = createCipheriv(algorithm, this.keyFor(use), iv).setAAD(Buffer.from(owner));
    const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
  }

  /** The secret; null for anything that {@link seal} did not give out for this use and owner. */
  open(sealed: string, use: string, owner: string): string | null {
    const bytes = Buffer.from(sealed, 'base64url');
    try {
      const decipher = createDecipheriv(algorithm, this.keyFor(use), bytes.subarray(0, ivLength), {
        authTagLength: tagLength,
      })
        .setAAD(Buffer.from(owner))
        .setAuthTag(bytes.subarray(ivLength, ivLength + tagLength));
      return Buffer.concat([
        decipher.update(bytes.subarray(ivLength + tagLength)),
        decipher.final(),
      ]).toString();
    } catch {
      return null; // too short, cut, changed, or sealed for something else: all the same to the caller
    }
  }

  private keyFor(use: string): Buffer {
    let key = this.keys.get(use);
    if (key === undefined) {
      key = Buffer.from(this.masterKey.derive(`sealed ${use}`), 'hex');
      this.keys.set(use, key);
    }
    return key;
  }
}
