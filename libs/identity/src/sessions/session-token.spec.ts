import { newSessionToken, tokenHashOf } from './session-token.js';

describe('a session token', () => {
  it('has 256 random bits, of which we keep a hash', () => {
    const token = newSessionToken();
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    expect(newSessionToken()).not.toBe(token);
    expect(tokenHashOf(token)).toHaveLength(32);
  });
});
