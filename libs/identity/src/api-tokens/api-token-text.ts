import { hash, randomInt } from 'node:crypto';
import { crc32 } from 'node:zlib';

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const secretLength = 43;
const checksumLength = 6;
const form = /^slst_([0-9A-Za-z]{43})([0-9A-Za-z]{6})$/;

/** The CRC-32 of the secret in base 62. */
function checksumOf(secret: string): string {
  let rest = crc32(secret);
  let text = '';
  for (let i = 0; i < checksumLength; i++) {
    text = digits.charAt(rest % digits.length) + text;
    rest = Math.floor(rest / digits.length);
  }
  return text;
}

/**
 * A new token: `slst_`, 256 random bits and a checksum, so that scanners of source code find a leaked one for sure
 * (`slst_[0-9A-Za-z]{49}`), and a mistyped one is told from a wrong one without looking it up.
 */
export function newApiToken(): string {
  const secret = Array.from({ length: secretLength }, () => digits.charAt(randomInt(digits.length))).join('');
  return `slst_${secret}${checksumOf(secret)}`;
}

/** What the database knows of a token; null for a text that cannot be one. */
export function apiTokenHashOf(token: string): Buffer | null {
  const [, secret = '', checksum] = form.exec(token) ?? [];
  return checksum !== undefined && checksumOf(secret) === checksum ? hash('sha256', token, 'buffer') : null;
}

/** The beginning of a token, to tell it from the user's others. */
export const hintOf = (token: string): string => token.slice(0, 9);
