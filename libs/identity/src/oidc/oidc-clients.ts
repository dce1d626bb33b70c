import { Injectable } from '@nestjs/common';
import { AppConfig, Sealer } from '@seloste/platform';
import * as client from 'openid-client';
import type { Handshake } from './handshake.js';
import { isInsecureLoopback } from './issuer-rules.js';
import { OidcCancelled, OidcFailed, OidcUnavailable } from './oidc.errors.js';
import type { OidcProvider } from './oidc-provider.entity.js';
import type { Claims } from './proven-person.js';

export const clientSecretUse = 'oidc client secret';

/** How long a provider may take to answer, in seconds. */
const patience = 5;

/** How long what a provider says of itself is taken for true, and how long it is left alone after a failure; milliseconds. */
const keptFor = 60 * 60_000;
const leftAloneFor = 3_000;

interface Known {
  version: number;
  configuration: Promise<client.Configuration>;
  until: number;
}

/**
 * Talks with the providers: authorization code flow with PKCE, `state` and `nonce`; issuer, audience, times and signature
 * of the ID token are checked (OpenID Connect Core 3.1.3.7, RFC 9700). Asks nobody before somebody signs in there.
 */
@Injectable()
export class OidcClients {
  private readonly known = new Map<string, Known>();

  constructor(
    private readonly config: AppConfig,
    private readonly sealer: Sealer,
  ) {}

  /** Where a provider has to send people back to; registered there. */
  redirectUri(providerId: string): string {
    return `${this.config.publicUrl}/api/v1/oidc/${providerId}/callback`;
  }

  /** Where the browser goes to sign in. `again`: also somebody who is signed in there. @throws OidcUnavailable */
  async authorisationUrl(provider: OidcProvider, handshake: Handshake, again: boolean): Promise<string> {
    const configuration = await this.configurationOf(provider);
    const { state, nonce, verifier } = handshake;
    const parameters: Record<string, string> = {
      redirect_uri: this.redirectUri(provider.id),
      scope: 'openid email profile',
      state,
      nonce,
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    };
    // Google knows no other way to ask again.
    if (again) parameters.prompt = provider.kind === 'google' ? 'select_account' : 'login';
    return client.buildAuthorizationUrl(configuration, parameters).href;
  }

  /**
   * What the provider says about who came back with this query.
   * @throws OidcCancelled, OidcFailed, OidcUnavailable
   */
  async claimsOf(provider: OidcProvider, handshake: Handshake, query: string): Promise<Claims> {
    const configuration = await this.configurationOf(provider);
    const callback = new URL(this.redirectUri(provider.id));
    callback.search = query;
    try {
      const answer = await client.authorizationCodeGrant(configuration, callback, {
        expectedState: handshake.state,
        expectedNonce: handshake.nonce,
        pkceCodeVerifier: handshake.verifier,
        idTokenExpected: true,
      });
      const claims = answer.claims();
      if (claims === undefined) throw new OidcFailed();
      if (claims.email !== undefined || !configuration.serverMetadata().userinfo_endpoint) return claims;
      return { ...(await client.fetchUserInfo(configuration, answer.access_token, claims.sub)), ...claims };
    } catch (error) {
      throw refusalOf(error);
    }
  }

  private async configurationOf(provider: OidcProvider): Promise<client.Configuration> {
    const now = performance.now();
    let known = this.known.get(provider.id);
    if (known === undefined || known.version !== provider.version || known.until < now) {
      known = { version: provider.version, configuration: this.discover(provider), until: now + keptFor };
      this.known.set(provider.id, known);
      const { configuration } = known;
      configuration.catch(() => {
        const latest = this.known.get(provider.id);
        if (latest?.configuration === configuration) latest.until = performance.now() + leftAloneFor;
      });
    }
    return known.configuration;
  }

  private async discover(provider: OidcProvider): Promise<client.Configuration> {
    const { id, issuer, clientId, sealedClientSecret } = provider;
    const secret = this.sealer.open(sealedClientSecret, clientSecretUse, id);
    if (secret === null) throw new OidcUnavailable();
    const execute = [client.enableNonRepudiationChecks];
    if (isInsecureLoopback(issuer)) execute.push(client.allowInsecureRequests);
    try {
      const options = { execute, timeout: patience };
      const found = await client.discovery(new URL(issuer), clientId, secret, undefined, options);
      // The library lets Microsoft name another issuer than was asked, which would be another tenant.
      if (new URL(found.serverMetadata().issuer).href !== new URL(issuer).href) throw new OidcUnavailable();
      return found;
    } catch {
      throw new OidcUnavailable(); // whatever it is (no such host, another issuer, no JSON), nobody can sign in
    }
  }
}

/** Codes with which the library says that there was no proper answer at all. */
const noAnswer = new Set(['OAUTH_TIMEOUT', 'OAUTH_ABORT', 'OAUTH_RESPONSE_IS_NOT_CONFORM']);

function refusalOf(error: unknown): Error {
  if (error instanceof client.AuthorizationResponseError) return new OidcCancelled();
  const { code = '', message, cause } = error as Error & { code?: string };
  const { status = 500, message: inner } = (cause ?? {}) as { status?: number; message?: string };
  const isAway = noAnswer.has(code) && status >= 500;
  // How fetch says that nobody is there.
  return isAway || [message, inner].includes('fetch failed') ? new OidcUnavailable() : new OidcFailed();
}
