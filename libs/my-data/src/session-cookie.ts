import type { CookieOptions } from 'express';
import { isToken } from './tokens.js';

export const sessionCookie = 'my_data';

/** Minutes. */
export const sessionMinutes = 30;

/** Of no other path than the page's, of no script and no other site. */
export const cookieOptions = (publicUrl: string): CookieOptions => ({
  path: '/my-data',
  httpOnly: true,
  sameSite: 'strict',
  secure: publicUrl.startsWith('https:'),
  maxAge: sessionMinutes * 60_000,
});

/** The token of the page's own cookie; null where there is none of ours. */
export function tokenIn(header: string | undefined): string | null {
  const found = header
    ?.split(';')
    .map((pair) => pair.trim().split('='))
    .find(([name]) => name === sessionCookie)?.[1];
  return isToken(found) ? found : null;
}
