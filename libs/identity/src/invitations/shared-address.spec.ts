import { assertPersonalAddress, isSharedAddress } from './shared-address.js';

describe('an address for a personal account', () => {
  it.each([
    'info@havukka.example',
    'asiakaspalvelu@havukka.example',
    'asiakas.palvelu@havukka.example',
    'myynti@havukka.example',
    'myynti2@havukka.example',
    'sähköposti@havukka.example',
    'kundtjänst@havukka.example',
    'kundtjanst+crm@havukka.example',
    'försäljning@havukka.example',
    'Sales@havukka.example',
    'customer-service@havukka.example',
    'no-reply@havukka.example',
  ])('is not %s', (email) => {
    expect(isSharedAddress(email)).toBe(true);
    expect(() => assertPersonalAddress(email, 'email')).toThrow(
      expect.objectContaining({
        fields: [expect.objectContaining({ field: 'email', code: 'shared_address' })],
      }),
    );
  });

  it.each([
    'aino.virtanen@havukka.example',
    'infante@havukka.example',
    'tuki.turunen@havukka.example',
    'info.maki@havukka.example',
    'aino@info.example',
    'ab@havukka.example',
  ])('may be %s', (email) => expect(isSharedAddress(email)).toBe(false));
});
