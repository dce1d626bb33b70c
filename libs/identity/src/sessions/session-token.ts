import { hash, randomBytes } from 'node:crypto';
import type { CookieOptions } from 'express';
import { longestLifetime } from './lifetime.js';

/** The cookie that holds the session's token. */
export const sessionCookieName = 'seloste_session';

/** A new secret of 256 random bits, as 43 URL-safe characters. */
export const newSessionToken = (): string => randomBytes(32).toString('base64url');

/** What the database knows of a token. */
export const tokenHashOf = (token: string): Buffer => hash('sha256', token, 'buffer');

const inHeader = new RegExp(`(?:^|;\\s*)${sessionCookieName}=([\\w-]{43})(?:;|$)`);

/** The token in a `Cookie` header; null when there is none of the right form. */
export const sessionTokenIn = (header: string | undefined): string | null =>
  (header === undefined ? null : inHeader.exec(header)?.[1]) ?? null;

/** Out of reach for scripts and for other sites' forms; encrypted on its way wherever the product is served so. */
export const sessionCookieOptions = (publicUrl: string): CookieOptions => ({
  httpOnly: true,
  sameSite: 'lax',
  secure: publicUrl.startsWith('https:'),
  path: '/',
  maxAge: longestLifetime,
});
