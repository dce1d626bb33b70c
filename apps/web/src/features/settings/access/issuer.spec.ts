import { domainsOf, issuerOf, newId } from './issuer.js';

const tenant = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';

describe('the issuer of a sign-in service', () => {
  it('is made of the tenant id for Microsoft, however it was pasted', () => {
    const issuer = `https://login.microsoftonline.com/${tenant}/v2.0`;
    expect(issuerOf('microsoft', ` ${tenant.toUpperCase()} `)).toBe(issuer);
    expect(issuerOf('microsoft', `https://login.microsoftonline.com/${tenant}/oauth2/v2.0/token`)).toBe(
      issuer,
    );
    expect(issuerOf('microsoft', issuer)).toBe(issuer);
    expect(issuerOf('microsoft', 'havukka')).toBe('havukka');
  });

  it('is always the same for Google, and as typed for others', () => {
    expect(issuerOf('google', '')).toBe('https://accounts.google.com');
    expect(issuerOf('other', ' https://id.havukka.example ')).toBe('https://id.havukka.example');
  });
});

describe('the domains in a text', () => {
  it('are read with commas, lines and addresses between', () => {
    expect(domainsOf('Havukka.fi, @havukka.se\nanna@havukka.fi')).toEqual(['havukka.fi', 'havukka.se']);
    expect(domainsOf('  ')).toEqual([]);
  });
});

describe('a new id', () => {
  it('is a random UUID', () => {
    expect(newId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(newId()).not.toBe(newId());
  });
});
