import { createHash, randomBytes } from 'node:crypto';

/** 192 bits that nobody guesses, as 32 characters of base64url. */
export const newToken = (): string => randomBytes(24).toString('base64url');

/** As the database knows a token; tokens are random, so that it needs no salt. */
export const digestOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Is it of the form of ours? */
export const isToken = (value: unknown): value is string =>
  typeof value === 'string' && /^[\w-]{32}$/.test(value);
