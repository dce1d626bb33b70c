import { newToken, tokenHashOf } from './random-token.js';

describe('a token', () => {
  it('has 256 random bits, of which we keep a hash', () => {
    const token = newToken();
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    expect(newToken()).not.toBe(token);
    expect(tokenHashOf(token)).toHaveLength(32);
  });
});
