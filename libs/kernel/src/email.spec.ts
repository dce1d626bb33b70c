import { isEmail, normaliseEmail } from './email.js';

describe('an e-mail address', () => {
  it('is compared without surrounding space and case', () => {
    expect(normaliseEmail('  Matti.Meikäläinen@Yritys.FI ')).toBe('matti.meikäläinen@yritys.fi');
    expect(normaliseEmail('a\u0308@x.fi')).toBe('ä@x.fi');
  });

  it.each(['a@b.fi', ' Anna.Öst+crm@Åbo-bolag.fi ', "o'hara@example.ie"])('may be %p', (value) => {
    expect(isEmail(value)).toBe(true);
  });

  it.each([
    '',
    'a',
    'a@b',
    'a@b.fi, c@d.fi',
    'Anna <a@b.fi>',
    'a b@c.fi',
    `${'a'.repeat(250)}@b.fi`,
    'a@b.fi\nBcc: c@d.fi',
    '\ud800@b.fi',
    null,
    5,
  ])('may not be %p', (value) => {
    expect(isEmail(value)).toBe(false);
  });
});
