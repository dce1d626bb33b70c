import type { OidcKind } from './oidc-provider.entity.js';
import { provenPersonOf } from './proven-person.js';

const email = 'aino@havukka.fi';

describe('what a provider says about somebody', () => {
  const provenBy = (kind: OidcKind, claims: object, allowedDomains = ['havukka.fi']) =>
    provenPersonOf({ kind, allowedDomains }, { sub: 'subject', ...claims });

  it.each<[string, OidcKind, object]>([
    ['a verified address', 'other', { email, email_verified: true }],
    ['a Workspace and a verified address in it', 'google', { email, email_verified: true, hd: 'havukka.fi' }],
    [
      'a Workspace and a verified address of its other domain',
      'google',
      { email: 'aino@myynti.fi', email_verified: true, hd: 'Havukka.FI' },
    ],
    ['the address that Microsoft verified', 'microsoft', { verified_primary_email: [email] }],
    ['an address whose domain the tenant owns', 'microsoft', { email, xms_edov: '1' }],
  ])('is believed with %s', (_, kind, claims) => {
    expect(provenBy(kind, claims)).toMatchObject({ subject: 'subject' });
  });

  it.each<[string, OidcKind, object]>([
    ['no address', 'other', { email_verified: true }],
    ['an address that is not verified', 'other', { email, email_verified: false }],
    ['a verification that is only a text', 'other', { email, email_verified: 'true' }],
    ['an address of another domain', 'other', { email: 'aino@muualla.fi', email_verified: true }],
    ['the domain before another', 'other', { email: 'aino@havukka.fi.muualla.fi', email_verified: true }],
    ['a list of addresses', 'other', { email: [email], email_verified: true }],
    ['no Workspace', 'google', { email, email_verified: true }],
    ['another Workspace', 'google', { email, email_verified: true, hd: 'muualla.fi' }],
    ['an address that is not verified in its Workspace', 'google', { email, hd: 'havukka.fi' }],
    ['an address that only a directory says', 'microsoft', { email, email_verified: true }],
    ['a domain that the tenant does not own', 'microsoft', { email, xms_edov: '0' }],
    ['no verified address', 'microsoft', { verified_primary_email: [], preferred_username: email }],
  ])('is not believed with %s', (_, kind, claims) => {
    expect(provenBy(kind, claims)).toBeNull();
  });

  it('compares domains however they are written', () => {
    const claims = { email: 'aino@Hävukka.fi', email_verified: true };
    expect(provenBy('other', claims, ['xn--hvukka-bua.fi'])).not.toBeNull();
  });

  it.each([
    [{ amr: ['pwd', 'mfa'] }, true],
    [{ acr: 'https://refeds.org/profile/mfa' }, true],
    [{ acr: 'http://schemas.openid.net/pape/policies/2007/06/multi-factor' }, true],
    [{ amr: ['pwd'], acr: '1' }, false],
    [{ amr: 'mfa' }, false],
    [{}, false],
  ])('counts a second factor of %j: %s', (claims, withSecondFactor) => {
    expect(provenBy('other', { email, email_verified: true, ...claims })).toMatchObject({ withSecondFactor });
  });
});
