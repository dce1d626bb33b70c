import {
  browserSupportsWebAuthn,
  browserSupportsWebAuthnAutofill,
  startAuthentication,
  startRegistration,
  WebAuthnAbortService,
} from '@simplewebauthn/browser';
import { api, ok } from '../../api/client.js';

/** What a passkey answered, as the API takes it. */
export type PasskeyAnswer = Record<string, unknown>;

/** Browsers know passkeys for names, never for bare addresses such as 127.0.0.1. */
export const canUsePasskeys = (): boolean =>
  browserSupportsWebAuthn() && !/^([\d.]+|\[.*\])$/.test(location.hostname);

/** Can the browser offer passkeys among what it fills in? */
export const canFillPasskeys = async (): Promise<boolean> =>
  canUsePasskeys() && (await browserSupportsWebAuthnAutofill());

/**
 * Lets the user show one of their passkeys; with `fill` the browser offers it in the e-mail field, without asking.
 * @throws Error when they decline ({@link hasDeclined}), or the browser cannot
 */
export async function showPasskey({ fill = false } = {}): Promise<PasskeyAnswer> {
  const { options } = await ok(api.POST('/passkey-challenges'));
  // The server makes them as the same library reads them.
  const optionsJSON = options as unknown as Parameters<typeof startAuthentication>[0]['optionsJSON'];
  return { ...(await startAuthentication({ optionsJSON, useBrowserAutofill: fill })) };
}

/** Lets the user make a passkey for their account. @throws Error as {@link showPasskey} */
export async function makePasskey(): Promise<PasskeyAnswer> {
  const { options } = await ok(api.POST('/me/passkeys/options'));
  const optionsJSON = options as unknown as Parameters<typeof startRegistration>[0]['optionsJSON'];
  return { ...(await startRegistration({ optionsJSON })) };
}

/** Takes back what the browser was asked for. */
export const forgetPasskeyRequest = (): void => WebAuthnAbortService.cancelCeremony();

/** Did the user say no, wait too long, or begin something else instead? That is nothing to report. */
export const hasDeclined = (error: unknown): boolean =>
  error instanceof Error && (error.name === 'NotAllowedError' || error.name === 'AbortError');

/** Does this device hold a passkey of the account already? */
export const isKnownHere = (error: unknown): boolean =>
  error instanceof Error && error.name === 'InvalidStateError';
