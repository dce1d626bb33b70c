import { hash, randomBytes } from 'node:crypto';

/** A new secret for a cookie or a mailed link: 256 random bits, as 43 URL-safe characters. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What the database knows of it. */
export const tokenHashOf = (token: string): Buffer => hash('sha256', token, 'buffer');
