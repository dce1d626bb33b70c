import { AppConfig, MasterKey } from '@seloste/platform';
import { SetupToken } from './setup-token.js';

const tokenOf = (setupToken: string | null, key = 1) =>
  new SetupToken(Object.assign(new AppConfig(), { setupToken }), new MasterKey(Buffer.alloc(32, key)));

describe('the setup token', () => {
  it('is 20 base32 characters in groups, the same at every start and another in every installation', () => {
    const { printable } = tokenOf(null);
    expect(printable).toMatch(/^[A-Z2-7]{5}(-[A-Z2-7]{5}){3}$/);
    expect(tokenOf(null).printable).toBe(printable);
    expect(tokenOf(null, 2).printable).not.toBe(printable);
  });

  it('may be typed in any case, without hyphens, with spaces', () => {
    const token = tokenOf(null);
    const printed = token.printable ?? '';
    expect(token.is(printed)).toBe(true);
    expect(token.is(` ${printed.toLowerCase().replaceAll('-', ' ')}`)).toBe(true);
    expect(token.is(printed.slice(0, -1))).toBe(false);
    expect(token.is('')).toBe(false);
  });

  it('is exactly the one that the operator chose, when there is one, and is not printed then', () => {
    const token = tokenOf('Chosen-by-the-operator');
    expect(token.is('Chosen-by-the-operator')).toBe(true);
    expect(token.is('chosen-by-the-operator')).toBe(false);
    expect(token.is(tokenOf(null).printable ?? '')).toBe(false);
    expect(token.printable).toBeNull();
  });
});
