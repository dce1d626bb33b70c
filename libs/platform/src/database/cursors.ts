import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { InvalidInput } from '@seloste/kernel';

const algorithm = 'aes-256-gcm';
const ivLength = 12;
const tagLength = 16;

/**
 * Cursors of lists: the sort key of a page's last row, sealed. A key can be a person's name, and a cursor travels in URLs,
 * where no name may be read (design rule 9). Any process of the installation opens what another sealed.
 */
export class Cursors {
  private readonly key: Buffer;

  /** @param key 32 bytes in hex, for this use alone */
  constructor(key: string) {
    this.key = Buffer.from(key, 'hex');
  }

  /** @param order what the key belongs to: only the same list in the same order takes the cursor back */
  seal(values: readonly string[], order: string): string {
    const iv = randomBytes(ivLength);
    const cipher = createCipheriv(algorithm, this.key, iv).setAAD(Buffer.from(order));
    const sealed = Buffer.concat([cipher.update(JSON.stringify(values)), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
  }

  /** @throws InvalidInput for anything that {@link seal} did not give out for this order */
  open(cursor: string, order: string): string[] {
    const bytes = Buffer.from(cursor, 'base64url');
    try {
      const decipher = createDecipheriv(algorithm, this.key, bytes.subarray(0, ivLength), {
        authTagLength: tagLength,
      })
        .setAAD(Buffer.from(order))
        .setAuthTag(bytes.subarray(ivLength, ivLength + tagLength));
      const text = Buffer.concat([decipher.update(bytes.subarray(ivLength + tagLength)), decipher.final()]);
      return JSON.parse(text.toString()) as string[];
    } catch {
      throw InvalidInput.of(
        'cursor',
        'cursor',
        'The cursor is not one that this list gave out in this order.',
      );
    }
  }
}
