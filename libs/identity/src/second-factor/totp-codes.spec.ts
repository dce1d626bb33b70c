import { newTotpSecret, totpCodeIn, totpInvitation, totpStepOf } from './totp-codes.js';

/** The secret of RFC 6238, appendix B: "12345678901234567890". */
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

describe('the codes of an authenticator app', () => {
  it.each([
    [59, '287082', 1],
    [1111111109, '081804', 37037036],
    [20000000000, '353130', 666666666],
  ])('are those of RFC 6238 at %i s', (seconds, code, step) => {
    expect(totpStepOf(code, secret, seconds * 1000)).toBe(step);
  });

  it('are taken half a minute early or late, and no longer', () => {
    expect(totpStepOf('287082', secret, 29_000)).toBe(1);
    expect(totpStepOf('287082', secret, 89_999)).toBe(1);
    expect(totpStepOf('287082', secret, 90_000)).toBeNull();
  });

  it('are told from recovery codes by their form', () => {
    expect(totpCodeIn(' 287 082 ')).toBe('287082');
    expect(['28708', '2870821', 'a87082', ''].map(totpCodeIn)).toEqual([null, null, null, null]);
  });

  it('come from a secret of 160 random bits, shown as text, address and picture', () => {
    expect(newTotpSecret()).toMatch(/^[A-Z2-7]{32}$/);
    expect(newTotpSecret()).not.toBe(newTotpSecret());
    const { uri, qrCode } = totpInvitation(secret, 'aino@havukka.example');
    expect(uri).toContain(`otpauth://totp/Seloste:aino%40havukka.example?issuer=Seloste&secret=${secret}`);
    expect(qrCode).toMatch(/^<svg /);
    expect(qrCode).not.toContain('aino');
  });
});
