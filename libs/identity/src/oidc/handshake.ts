import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@seloste/kernel';
import { CLOCK, Sealer } from '@seloste/platform';
import type { CookieOptions } from 'express';
import { randomNonce, randomPKCECodeVerifier, randomState } from 'openid-client';
import { OidcExpired } from './oidc.errors.js';

/** What the browser has to bring back, in a sealed cookie, for the answer of a provider to be taken (RFC 9700, 2.1). */
export interface Handshake {
  state: string;
  nonce: string;
  /** Of PKCE (RFC 7636). */
  verifier: string;
  /** Milliseconds since 1970. */
  expiresAt: number;
}

/** How long somebody may take to sign in at the provider, in milliseconds. */
const handshakeLifetime = 10 * 60_000;

const isEncrypted = (publicUrl: string): boolean => publicUrl.startsWith('https:');

export const handshakeCookieName = (publicUrl: string): string =>
  isEncrypted(publicUrl) ? '__Host-seloste_oidc' : 'seloste_oidc';

/** Lax, because the answer comes by a link from the provider's site. */
export const handshakeCookieOptions = (publicUrl: string): CookieOptions => ({
  httpOnly: true,
  sameSite: 'lax',
  secure: isEncrypted(publicUrl),
  path: '/',
  maxAge: handshakeLifetime,
});

/** The sealed handshake in a `Cookie` header; null when there is none. */
export function handshakeIn(header: string | undefined, publicUrl: string): string | null {
  const name = handshakeCookieName(publicUrl);
  const pairs = (header ?? '').split(/;\s*/).map((pair) => pair.split('=', 2));
  return pairs.find(([key]) => key === name)?.[1] ?? null;
}

const handshakeUse = 'oidc handshake';

/** Gives handshakes out and takes them back. */
@Injectable()
export class Handshakes {
  constructor(
    private readonly sealer: Sealer,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  begin(): Handshake {
    return {
      state: randomState(),
      nonce: randomNonce(),
      verifier: randomPKCECodeVerifier(),
      expiresAt: this.clock.now().getTime() + handshakeLifetime,
    };
  }

  seal(handshake: Handshake, providerId: string): string {
    return this.sealer.seal(JSON.stringify(handshake), handshakeUse, providerId);
  }

  /** @throws OidcExpired for what was not sealed for this provider, is too old, or has another state than the answer */
  open(sealed: string | null, providerId: string, state: string | null): Handshake {
    const text = sealed === null ? null : this.sealer.open(sealed, handshakeUse, providerId);
    const handshake = text === null ? null : (JSON.parse(text) as Handshake); // sealed by us, so of our form
    if (handshake === null || handshake.expiresAt <= this.clock.now().getTime() || handshake.state !== state)
      throw new OidcExpired();
    return handshake;
  }
}
