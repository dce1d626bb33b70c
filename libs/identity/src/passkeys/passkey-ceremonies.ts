import { Injectable } from '@nestjs/common';
import { AppConfig } from '@seloste/platform';
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server';
import type { EntityManager } from 'typeorm';
import { isWithoutCertificates } from './attestation.js';
import { Challenges } from './challenges.js';
import type { Passkey } from './passkey.entity.js';
import { PasskeysUnavailable } from './passkeys.errors.js';
import { relyingPartyOf, type RelyingParty } from './relying-party.js';

/** Loaded when the first passkey is used: it takes 25 MB. */
const webauthn = () => import('@simplewebauthn/server');

/** EdDSA, ECDSA on P-256, RSA with SHA-256 (COSE). */
const algorithms = [-8, -7, -257];
const toProve = 'prove';
const toEnrol = (userId: string): string => `enrol ${userId}`;

/** What a passkey said about itself when it was used. */
export interface PasskeyUse {
  counter: number;
  isSynced: boolean;
}

/** A new passkey, as far as its authenticator tells. */
export type NewCredential = Pick<
  Passkey,
  'credentialId' | 'publicKey' | 'counter' | 'transports' | 'isSynced'
>;

/**
 * The two ceremonies of WebAuthn: a passkey is made, a passkey is used. The authenticator always checks its user (finger,
 * face or PIN), so that a passkey is two factors in one: something one has, and something one is or knows.
 */
@Injectable()
export class PasskeyCeremonies {
  /** Null where passkeys cannot work. */
  readonly party: RelyingParty | null;

  constructor(
    private readonly challenges: Challenges,
    config: AppConfig,
  ) {
    this.party = relyingPartyOf(config.publicUrl);
  }

  /** @throws PasskeysUnavailable */
  async creationOptions(
    user: { id: string; name: string; email: string },
    known: Passkey[],
  ): Promise<PublicKeyCredentialCreationOptionsJSON> {
    const { generateRegistrationOptions } = await webauthn();
    return generateRegistrationOptions({
      rpName: 'Seloste',
      rpID: this.available().id,
      userID: Uint8Array.from(handleOf(user.id)),
      userName: user.email,
      userDisplayName: user.name,
      challenge: this.challenges.issue(toEnrol(user.id)),
      attestationType: 'none',
      excludeCredentials: known.map(({ credentialId, transports }) => ({
        id: credentialId.toString('base64url'),
        transports,
      })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      supportedAlgorithmIDs: algorithms,
    });
  }

  /** Names no passkey: whoever asks learns nothing about anybody's account. @throws PasskeysUnavailable */
  async requestOptions(): Promise<PublicKeyCredentialRequestOptionsJSON> {
    const { generateAuthenticationOptions } = await webauthn();
    return generateAuthenticationOptions({
      rpID: this.available().id,
      challenge: this.challenges.issue(toProve),
      userVerification: 'required',
    });
  }

  /** The passkey that the user made; null when the answer is not one to our question, or comes a second time. */
  async verifyNew(
    tx: EntityManager,
    userId: string,
    response: RegistrationResponseJSON,
  ): Promise<NewCredential | null> {
    const party = this.available();
    const answered: { challenge?: string } = {};
    if (!isWithoutCertificates(response.response?.attestationObject)) return null;
    const { verifyRegistrationResponse } = await webauthn();
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response,
      expectedChallenge: this.isGood(toEnrol(userId), answered),
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      supportedAlgorithmIDs: algorithms,
    }).catch(() => ({ verified: false, registrationInfo: undefined }));
    if (!verified || !registrationInfo || !answered.challenge) return null;
    if (!(await this.challenges.spend(tx, answered.challenge))) return null;
    const { credential, credentialBackedUp } = registrationInfo;
    return {
      credentialId: Buffer.from(credential.id, 'base64url'),
      publicKey: Buffer.from(credential.publicKey),
      counter: String(credential.counter),
      transports: transportsOf(credential.transports),
      isSynced: credentialBackedUp,
    };
  }

  /** How the passkey was used; null when the answer is not its answer to our question, or comes a second time. */
  async verifyUse(
    tx: EntityManager,
    passkey: Passkey,
    response: AuthenticationResponseJSON,
  ): Promise<PasskeyUse | null> {
    const party = this.available();
    const answered: { challenge?: string } = {};
    const { verifyAuthenticationResponse } = await webauthn();
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: this.isGood(toProve, answered),
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      // The counter is compared by whoever keeps it.
      credential: {
        id: passkey.credentialId.toString('base64url'),
        publicKey: Uint8Array.from(passkey.publicKey),
        counter: 0,
      },
    }).catch(() => ({ verified: false, authenticationInfo: undefined }));
    if (!verified || !authenticationInfo || !answered.challenge) return null;
    const handle = response.response.userHandle;
    if (typeof handle === 'string' && !handleOf(passkey.userId).equals(Buffer.from(handle, 'base64url')))
      return null;
    if (!(await this.challenges.spend(tx, answered.challenge))) return null;
    return { counter: authenticationInfo.newCounter, isSynced: authenticationInfo.credentialBackedUp };
  }

  private isGood = (use: string, answered: { challenge?: string }) => (challenge: string) => {
    answered.challenge = challenge;
    return this.challenges.isGood(challenge, use);
  };

  private available(): RelyingParty {
    if (this.party === null) throw new PasskeysUnavailable();
    return this.party;
  }
}

/** Under which number authenticators keep a user: nothing personal, as WebAuthn asks. */
const handleOf = (userId: string): Buffer => Buffer.from(userId.replaceAll('-', ''), 'hex');

/** As the browser says; it may say anything. */
const transportsOf = (given: unknown): string[] =>
  ['usb', 'nfc', 'ble', 'hybrid', 'internal', 'smart-card'].filter(
    (known) => Array.isArray(given) && given.includes(known),
  );
