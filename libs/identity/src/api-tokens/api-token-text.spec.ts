import { apiTokenHashOf, hintOf, newApiToken } from './api-token-text.js';

describe('an API token', () => {
  it('has a form that scanners find, 256 random bits, and a checksum', () => {
    const token = newApiToken();
    expect(token).toMatch(/^slst_[0-9A-Za-z]{49}$/);
    expect(newApiToken()).not.toBe(token);
    expect(apiTokenHashOf(token)).toHaveLength(32);
    expect(hintOf(token)).toBe(token.slice(0, 9));
  });

  it.each([
    ['one character is another', (token: string) => token.replace(/^(slst_)./, (_, head) => `${head}-`)],
    ['it was cut', (token: string) => token.slice(0, -1)],
    ['it is something else', () => 'seloste'],
    [
      'two characters changed places',
      (token: string) => token.replace(/^slst_(.)(.*?)((?!\1).)/, 'slst_$3$2$1'),
    ],
  ])('is none when %s', (_, change) => {
    expect(apiTokenHashOf(change(newApiToken()))).toBeNull();
  });
});
