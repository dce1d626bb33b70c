import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';

/** One passkey of a {@link Authenticator}. */
interface Credential {
  id: Buffer;
  rpId: string;
  userHandle: string;
  key: KeyObject;
  counter: number;
}

/** How a ceremony may go differently from how browsers do it. */
export interface Irregularity {
  /** The origin of the page that asks. */
  origin?: string;
  /** Without checking its user. */
  unverified?: boolean;
  /** Instead of the next number. */
  counter?: number;
  /** Instead of none. */
  attestation?: { fmt: string; attStmt: Map<string, unknown> };
}

const flags = { present: 0x01, verified: 0x04, withKey: 0x40 };
const sha256 = (data: Uint8Array | string): Buffer => createHash('sha256').update(data).digest();
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');

/**
 * A browser with an authenticator, in software: real keys, real signatures, the bytes of WebAuthn. Its credentials are
 * discoverable ES256 keys. A real browser's is tried in test/passkeys.browser-spec.ts.
 */
export class Authenticator {
  private readonly credentials: Credential[] = [];

  /** @param origin of the pages that it is used on */
  constructor(private readonly origin = 'http://localhost') {}

  /** `navigator.credentials.create()` with options in JSON; the answer in JSON. */
  create(options: CreationOptions, irregularity: Irregularity = {}): Record<string, unknown> {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const credential: Credential = {
      id: randomBytes(32),
      rpId: options.rp.id,
      userHandle: options.user.id,
      key: privateKey,
      counter: 0,
    };
    this.credentials.push(credential);
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
    const cose = isoCBOR.encode(
      new Map<number, number | Uint8Array>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, Uint8Array.from(Buffer.from(x, 'base64url'))],
        [-3, Uint8Array.from(Buffer.from(y, 'base64url'))],
      ]),
    );
    const idLength = Buffer.alloc(2);
    idLength.writeUInt16BE(credential.id.length);
    const attested = Buffer.concat([Buffer.alloc(16), idLength, credential.id, cose]);
    const { fmt, attStmt } = irregularity.attestation ?? { fmt: 'none', attStmt: new Map() };
    const attestationObject = isoCBOR.encode(
      new Map<string, unknown>([
        ['fmt', fmt],
        ['attStmt', attStmt],
        ['authData', Uint8Array.from(this.dataOf(credential, irregularity, attested))],
      ]) as Parameters<typeof isoCBOR.encode>[0],
    );
    return this.answer(credential, {
      clientDataJSON: text(this.clientData('webauthn.create', options.challenge, irregularity)),
      attestationObject: text(attestationObject),
      transports: ['internal'],
    });
  }

  /** `navigator.credentials.get()` with options in JSON; the answer in JSON, by the credential made last. */
  get(options: RequestOptions, irregularity: Irregularity = {}): Record<string, unknown> {
    const credential = this.credentials.findLast(({ rpId }) => rpId === options.rpId);
    if (!credential) throw new Error('There is no credential for this relying party.');
    credential.counter = irregularity.counter ?? credential.counter + 1;
    const data = this.dataOf(credential, irregularity);
    const clientData = this.clientData('webauthn.get', options.challenge, irregularity);
    const signature = sign('sha256', Buffer.concat([data, sha256(clientData)]), credential.key);
    return this.answer(credential, {
      clientDataJSON: text(clientData),
      authenticatorData: text(data),
      signature: text(signature),
      userHandle: credential.userHandle,
    });
  }

  private answer({ id }: Credential, response: object): Record<string, unknown> {
    const type = 'public-key';
    return { id: text(id), rawId: text(id), type, response, clientExtensionResults: {} };
  }

  private clientData(type: string, challenge: string, { origin = this.origin }: Irregularity): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  }

  private dataOf(credential: Credential, { unverified }: Irregularity, attested = Buffer.alloc(0)): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(credential.counter);
    const set = flags.present | (unverified ? 0 : flags.verified) | (attested.length > 0 ? flags.withKey : 0);
    return Buffer.concat([sha256(credential.rpId), Buffer.from([set]), counter, attested]);
  }
}

/** What of `PublicKeyCredentialCreationOptionsJSON` is needed. */
interface CreationOptions {
  rp: { id: string };
  user: { id: string };
  challenge: string;
}

/** What of `PublicKeyCredentialRequestOptionsJSON` is needed. */
interface RequestOptions {
  rpId: string;
  challenge: string;
}
