import { hash, randomBytes } from 'node:crypto';

/** A new secret of 256 random bits, as 43 URL-safe characters. */
export const newSessionToken = (): string => randomBytes(32).toString('base64url');

/** What the database knows of a token. */
export const tokenHashOf = (token: string): Buffer => hash('sha256', token, 'buffer');
