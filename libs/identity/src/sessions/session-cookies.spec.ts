import { AppConfig } from '@seloste/platform';
import type { CookieOptions, Response } from 'express';
import { newToken } from '../random-token.js';
import { SessionCookies } from './session-cookies.js';

const cookiesAt = (publicUrl: string) => new SessionCookies(Object.assign(new AppConfig(), { publicUrl }));

/** What a browser is given: names with their options. */
function givenBy(cookies: SessionCookies): Record<string, CookieOptions> {
  const given: Record<string, CookieOptions> = {};
  const response = { cookie: (name: string, _: string, options: CookieOptions) => (given[name] = options) };
  cookies.give(response as unknown as Response, { token: newToken(), deviceToken: newToken() });
  return given;
}

describe('the cookies of a session', () => {
  const token = newToken();

  it('are bound to the host and travel encrypted where the product is served by https', () => {
    const given = givenBy(cookiesAt('https://crm.example.fi'));
    expect(Object.keys(given)).toEqual(['__Host-seloste_session', '__Host-seloste_device']);
    for (const options of Object.values(given)) {
      expect(options).toMatchObject({ httpOnly: true, secure: true, sameSite: 'lax', path: '/' });
      expect(options.domain).toBeUndefined();
    }
  });

  it('go without the prefix and the encryption over plain http', () => {
    const given = givenBy(cookiesAt('http://127.0.0.1:3000'));
    expect(Object.keys(given)).toEqual(['seloste_session', 'seloste_device']);
    for (const options of Object.values(given))
      expect(options).toMatchObject({ httpOnly: true, secure: false, sameSite: 'lax', path: '/' });
  });

  it('are found among others, under their own name only', () => {
    const plain = cookiesAt('http://127.0.0.1:3000');
    expect(plain.tokenIn(`theme=dark; seloste_session=${token}; x=y`)).toBe(token);
    expect(plain.tokenIn(`seloste_session=${token}`)).toBe(token);
    const secure = cookiesAt('https://crm.example.fi');
    expect(secure.tokenIn(`__Host-seloste_session=${token}`)).toBe(token);
    expect(secure.tokenIn(`seloste_session=${token}`)).toBeNull();
  });

  it.each([
    undefined,
    '',
    'seloste_session=',
    'seloste_session=short',
    `xseloste_session=${'a'.repeat(43)}`,
    `seloste_session=${'a'.repeat(44)}`,
  ])('are not read from %p', (header) => {
    expect(cookiesAt('http://127.0.0.1').tokenIn(header)).toBeNull();
  });
});
