import { isoCBOR } from '@simplewebauthn/server/helpers';
import { isWithoutCertificates } from './attestation.js';

type Cbor = Parameters<typeof isoCBOR.encode>[0];
const attestation = (fmt: string, statement: [string, Cbor][]): string =>
  Buffer.from(
    isoCBOR.encode(
      new Map<string, Cbor>([
        ['fmt', fmt],
        ['attStmt', new Map(statement)],
        ['authData', new Uint8Array(37)],
      ]),
    ),
  ).toString('base64url');

describe('an attestation', () => {
  it('is taken when there is none, or the key attests itself', () => {
    expect(isWithoutCertificates(attestation('none', []))).toBe(true);
    expect(isWithoutCertificates(attestation('packed', [['alg', -7]]))).toBe(true);
  });

  it.each([
    ['certificates beside the key', attestation('packed', [['x5c', [new Uint8Array(8)]]])],
    ['those of Apple', attestation('apple', [['x5c', []]])],
    ['those of Android', attestation('android-key', [])],
    ['those of SafetyNet', attestation('android-safetynet', [['response', new Uint8Array(8)]])],
    ['those of a TPM', attestation('tpm', [])],
    ['nothing', ''],
    ['no CBOR', 'AAAA'],
    ['no text', undefined],
  ])('is not looked into when it brings %s', (_, given) => {
    expect(isWithoutCertificates(given)).toBe(false);
  });
});
