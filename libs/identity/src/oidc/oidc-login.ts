import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@seloste/kernel';
import { Database, readerOf } from '@seloste/platform';
import { enrolledFactorsOf } from '../second-factor/enrolled-factors.js';
import type { BegunSession, Origin } from '../sessions/origin.js';
import { Sessions } from '../sessions/sessions.js';
import { Handshakes, type Handshake } from './handshake.js';
import { OidcClients } from './oidc-clients.js';
import { OidcLinks } from './oidc-links.service.js';
import { OidcRefused } from './oidc.errors.js';
import type { OidcProvider } from './oidc-provider.entity.js';
import { provenPersonOf, type ProvenPerson } from './proven-person.js';

/** A session that was begun, or the link of a user who has a second factor to show; and the account's address. */
export type OidcOutcome = ({ begun: BegunSession } | { linkId: string }) & { email: string };

/** Signing in with what a provider says. Nobody gets an account this way who was not invited: only whoever has one comes in (P10). */
@Injectable()
export class OidcLogin {
  constructor(
    private readonly database: Database,
    private readonly clients: OidcClients,
    private readonly links: OidcLinks,
    private readonly sessions: Sessions,
    private readonly handshakes: Handshakes,
  ) {}

  /**
   * Begins a login: where the browser has to go, and the sealed handshake that it has to bring back.
   * @throws OidcUnavailable
   */
  async begin(provider: OidcProvider, again: boolean): Promise<{ url: string; handshake: string }> {
    const handshake = this.handshakes.begin();
    const url = await this.clients.authorisationUrl(provider, handshake, again);
    return { url, handshake: this.handshakes.seal(handshake, provider.id) };
  }

  /** What the browser has to bring to show the second factor. */
  sealHalf(linkId: string, providerId: string): string {
    return this.handshakes.sealHalf(linkId, providerId);
  }

  /** What the browser began with this provider. @throws OidcExpired, when it began nothing of the kind lately */
  begunBy(sealed: string | null, providerId: string, query: string): Handshake {
    return this.handshakes.open(sealed, providerId, new URLSearchParams(query).get('state'));
  }

  /**
   * Begins a session for whom the provider sent back with this query, unless a second factor is still to be shown.
   * @throws OidcCancelled, OidcFailed, OidcUnavailable, OidcRefused
   */
  async finish(
    context: RequestContext,
    provider: OidcProvider,
    { handshake, query }: { handshake: Handshake; query: string },
    origin: Origin,
  ): Promise<OidcOutcome> {
    const claims = await this.clients.claimsOf(provider, handshake, query);
    const person = provenPersonOf(provider, claims);
    const outcome = person && (await this.goOn(context, provider, person, origin));
    if (outcome) return outcome;
    await this.sessions.refuse(this.database.manager, context, null);
    throw new OidcRefused();
  }

  private goOn(
    context: RequestContext,
    provider: OidcProvider,
    person: ProvenPerson,
    origin: Origin,
  ): Promise<OidcOutcome | null> {
    return this.database.transaction(async (tx) => {
      const user = await this.links.findUser(tx, context, provider.id, person);
      if (!user?.isActive) return null;
      const { id: userId, language, email } = user;
      const { subject, withSecondFactor, provedAt } = person;
      const actor = { kind: 'user', userId, permissions: new Map(), language } as const;
      const asUser = { actor, requestId: context.requestId };
      const linkId = await this.links.note(tx, asUser, user, { providerId: provider.id, subject });
      if (linkId === null) return null;
      if (!withSecondFactor && (await enrolledFactorsOf(readerOf(tx), userId)).length > 0)
        return { linkId, email };
      const beginning = { method: 'oidc', origin, provedAt, factorVouched: withSecondFactor } as const;
      return { begun: await this.sessions.begin(tx, context, user, beginning), email };
    });
  }
}
