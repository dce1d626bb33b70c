import { checkBusinessId, maskBusinessId } from './business-id.js';

describe('business id input', () => {
  it('sets the hyphen while digits are typed', () => {
    expect(maskBusinessId('1234567')).toBe('1234567');
    expect(maskBusinessId('12345678')).toBe('1234567-8');
    expect(maskBusinessId('1234567-8')).toBe('1234567-8');
    expect(maskBusinessId('FI12345678')).toBe('1234567-8');
  });

  it('lets the hyphen be deleted again', () => {
    expect(maskBusinessId('1234567-')).toBe('1234567');
  });

  it('adds the leading zero of an old six-digit id', () => {
    expect(maskBusinessId('201256-6')).toBe('0201256-6');
  });

  it('tells a right check digit from a wrong one', () => {
    expect(checkBusinessId('0201256-6')).toBe('ok');
    expect(checkBusinessId('0201256-7')).toBe('wrong');
    expect(checkBusinessId('0112038-9')).toBe('ok');
    expect(checkBusinessId('0112038')).toBe('incomplete');
  });
});
