import { displayPhone, normalisePhone } from './phone.js';

describe('a phone number', () => {
  it.each([
    ['040 123 4567', '+358401234567'],
    ['+358 40 123 4567', '+358401234567'],
    ['00358401234567', '+358401234567'],
    ['(09) 123 4567', '+35891234567'],
    ['+46 70 123 45 67', '+46701234567'],
  ])('is kept in E.164: %s', (typed, kept) => expect(normalisePhone(typed)).toBe(kept));

  it.each(['', 'soita', '12', '+358', '040 123 4567 89012345', '040 123 4567 ext. 12'])(
    'is refused when it cannot be one: %s',
    (typed) => expect(normalisePhone(typed)).toBeNull(),
  );

  it('is shown nationally when Finnish, internationally when not', () => {
    expect(displayPhone('+358401234567')).toBe('040 1234567');
    expect(displayPhone('+46701234567')).toBe('+46 70 123 45 67');
  });
});
