import { decodeAttestationObject } from '@simplewebauthn/server/helpers';

/**
 * We ask for no attestation, and browsers then send none that has certificates. Whoever does would make us look their
 * revocation up at an address of their choice.
 * @param attestationObject as it came, base64url
 */
export function isWithoutCertificates(attestationObject: unknown): boolean {
  if (typeof attestationObject !== 'string') return false;
  try {
    const attestation = decodeAttestationObject(Uint8Array.from(Buffer.from(attestationObject, 'base64url')));
    const format = attestation.get('fmt');
    return format === 'none' || (format === 'packed' && attestation.get('attStmt').get('x5c') === undefined);
  } catch {
    return false; // no attestation object at all
  }
}
