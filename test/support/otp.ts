import type { Caller } from '@seloste/testing';
import { Secret, TOTP } from 'otpauth';

/** The code that an authenticator app shows at a time, in milliseconds since 1970. */
export const codeAt = (secret: string, timestamp: number): string =>
  TOTP.generate({ secret: Secret.fromBase32(secret), timestamp });

/** Enrols an authenticator app; returns its secret and the recovery codes. `now` in milliseconds since 1970. */
export async function enrolTotp(
  caller: Caller,
  now: number,
): Promise<{ secret: string; recoveryCodes: string[] }> {
  const { body } = await caller.post('/me/totp').expect(201);
  const secret = String(body.secret);
  const confirmed = await caller.put('/me/totp/confirmation', { code: codeAt(secret, now) }).expect(200);
  return { secret, recoveryCodes: confirmed.body.recoveryCodes };
}
