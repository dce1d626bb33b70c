import { formatPhone, normalisePhone } from './phone.js';

describe('phone numbers', () => {
  it('reads Finnish numbers as they are written at home', () => {
    expect(formatPhone('+358401234567')).toBe('040 123 4567');
    expect(formatPhone('+35863123456')).toBe('06 312 3456');
    expect(formatPhone('+358912345678')).toBe('09 123 456 78');
  });

  it('shows foreign numbers with their country', () => {
    expect(formatPhone('+468123456')).toBe('+46 8 12 34 56');
  });

  it('shows what it cannot read as it is', () => {
    expect(formatPhone('vaihde')).toBe('vaihde');
  });

  it('takes any way of typing', () => {
    expect(normalisePhone('040-123 4567')).toBe('+358401234567');
    expect(normalisePhone('+46 8 123 456')).toBe('+468123456');
    expect(normalisePhone('12')).toBeNull();
    expect(normalisePhone('kysy vaihteesta')).toBeNull();
  });
});
