import { Secret, TOTP } from 'otpauth';
import { renderSVG } from 'uqr';

const issuer = 'Seloste';
/** Seconds that one code is good for (RFC 6238); the one before and the one after are taken too, for clocks that differ. */
const period = 30;
const window = 1;

/** What an authenticator app is given. */
export interface TotpInvitation {
  /** Base32, for typing in by hand. */
  secret: string;
  /** otpauth:// */
  uri: string;
  /** The address as a QR code: an SVG document. */
  qrCode: string;
}

/** A new secret of 160 random bits, in base32. */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32;

/** @param label under which the app lists the secret: the user's e-mail address */
export function totpInvitation(secret: string, label: string): TotpInvitation {
  const uri = new TOTP({ issuer, label, secret, period }).toString();
  return { secret, uri, qrCode: renderSVG(uri, { ecc: 'M', border: 2 }) };
}

/**
 * The time step to which the code belongs; null when it is of none near `now` (milliseconds since 1970). A code is good
 * once: its step has to be later than the one used last.
 */
export function totpStepOf(code: string, secret: string, now: number): number | null {
  const delta = TOTP.validate({
    token: code,
    secret: Secret.fromBase32(secret),
    period,
    window,
    timestamp: now,
  });
  return delta === null ? null : TOTP.counter({ period, timestamp: now }) + delta;
}

/** Six digits, perhaps with spaces as apps show them; everything else may be a recovery code. */
export function totpCodeIn(given: string): string | null {
  const digits = given.replace(/\s/g, '');
  return /^\d{6}$/.test(digits) ? digits : null;
}
