import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@seloste/kernel';
import { CLOCK, Sealer } from '@seloste/platform';
import type { CookieOptions, Response } from 'express';
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

/** The provider confirmed who it is; the account still asks for its second factor. Kept in the same cookie. */
export interface HalfLogin {
  linkId: string;
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

/** Takes the cookie back. */
export function forgetHandshake(response: Response, publicUrl: string): void {
  const options = { ...handshakeCookieOptions(publicUrl), maxAge: undefined };
  response.clearCookie(handshakeCookieName(publicUrl), options);
}

/** The sealed handshake in a `Cookie` header; null when there is none. */
export function handshakeIn(header: string | undefined, publicUrl: string): string | null {
  const name = handshakeCookieName(publicUrl);
  const pairs = (header ?? '').split(/;\s*/).map((pair) => pair.split('=', 2));
  return pairs.find(([key]) => key === name)?.[1] ?? null;
}

const handshakeUse = 'oidc handshake';
const halfLoginUse = 'oidc half login';

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
    const handshake = this.unseal<Handshake>(sealed, handshakeUse, providerId);
    if (handshake.state !== state) throw new OidcExpired();
    return handshake;
  }

  sealHalf(linkId: string, providerId: string): string {
    const half: HalfLogin = { linkId, expiresAt: this.clock.now().getTime() + handshakeLifetime };
    return this.sealer.seal(JSON.stringify(half), halfLoginUse, providerId);
  }

  /** @throws OidcExpired for what was not sealed for this provider or is too old */
  openHalf(sealed: string | null, providerId: string): HalfLogin {
    return this.unseal<HalfLogin>(sealed, halfLoginUse, providerId);
  }

  private unseal<T extends { expiresAt: number }>(sealed: string | null, use: string, providerId: string): T {
    const text = sealed === null ? null : this.sealer.open(sealed, use, providerId);
    const value = text === null ? null : (JSON.parse(text) as T); // sealed by us for this use, so of our form
    if (value === null || value.expiresAt <= this.clock.now().getTime()) throw new OidcExpired();
    return value;
  }
}
