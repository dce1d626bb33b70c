import { newSessionToken, sessionCookieOptions, sessionTokenIn, tokenHashOf } from './session-token.js';

describe('a session token', () => {
  it('has 256 random bits and is found again in the cookie header', () => {
    const token = newSessionToken();
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    expect(newSessionToken()).not.toBe(token);
    expect(sessionTokenIn(`theme=dark; seloste_session=${token}; x=y`)).toBe(token);
    expect(sessionTokenIn(`seloste_session=${token}`)).toBe(token);
    expect(tokenHashOf(token)).toHaveLength(32);
  });

  it.each([
    undefined,
    '',
    'seloste_session=',
    'seloste_session=short',
    `xseloste_session=${'a'.repeat(43)}`,
    `seloste_session=${'a'.repeat(44)}`,
  ])('is not read from %p', (header) => {
    expect(sessionTokenIn(header)).toBeNull();
  });

  it('travels encrypted where the product is served by https', () => {
    expect(sessionCookieOptions('https://crm.example.fi')).toMatchObject({
      secure: true,
      httpOnly: true,
      sameSite: 'lax',
    });
    expect(sessionCookieOptions('http://127.0.0.1:3000')).toMatchObject({
      secure: false,
      httpOnly: true,
      path: '/',
    });
  });
});
