import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import { InvalidInput, NotFound, type Clock, type RequestContext } from '@seloste/kernel';
import { assertVersion, CLOCK, Database, Sealer } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import { applyChanges } from '../changes.js';
import { assertIssuer } from './issuer-rules.js';
import { clientSecretUse, OidcClients } from './oidc-clients.js';
import { unlinkAllOf } from './oidc-links.service.js';
import { OidcProvider } from './oidc-provider.entity.js';
import type { OidcProviderButton, OidcProviderSettings, PutOidcProvider } from './oidc-providers.dto.js';
import { asciiDomain } from './proven-person.js';

/** With whom one may sign in: read by the login page, kept by administrators. */
@Injectable()
export class OidcProviders {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly sealer: Sealer,
    private readonly clients: OidcClients,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  listButtons(): Promise<OidcProviderButton[]> {
    return this.database.read('SELECT id, name, kind FROM oidc_providers ORDER BY name, id');
  }

  async listSettings(): Promise<OidcProviderSettings[]> {
    const providers = await this.database.manager.find(OidcProvider, { order: { name: 'ASC', id: 'ASC' } });
    return providers.map((provider) => this.toSettings(provider));
  }

  /** @throws NotFound */
  async get(id: string): Promise<OidcProvider> {
    const provider = await this.database.manager.findOneBy(OidcProvider, { id });
    if (!provider) throw new NotFound('provider');
    return provider;
  }

  /** @throws NotFound */
  async getSettings(id: string): Promise<OidcProviderSettings> {
    return this.toSettings(await this.get(id));
  }

  /**
   * Makes the provider or replaces it. Under another issuer or client the provider's names for people are others, so the
   * links end: everybody is known by their verified address once more.
   * @throws InvalidInput, StaleVersion
   */
  async put(context: RequestContext, id: string, put: PutOidcProvider, ifMatch?: number): Promise<void> {
    assertIssuer(put.kind, put.issuer);
    await this.database.transaction(async (tx) => {
      const known = await tx.findOne(OidcProvider, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!known) return this.create(tx, context, id, put);
      assertVersion(known, ifMatch);
      await this.replace(tx, context, known, put);
    });
  }

  /** @throws NotFound */
  async remove(context: RequestContext, id: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const links = await unlinkAllOf(tx, id);
      const { affected } = await tx.delete(OidcProvider, { id });
      if (!affected) throw new NotFound('provider');
      await this.audit.recordAll(tx, context, [...links, onRecord('oidc_provider.delete', id)]);
    });
  }

  private async create(
    tx: EntityManager,
    context: RequestContext,
    id: string,
    { clientSecret, ...put }: PutOidcProvider,
  ): Promise<void> {
    if (clientSecret === undefined) throw InvalidInput.of('clientSecret', 'required', 'must be given');
    const now = this.clock.now();
    await tx.insert(OidcProvider, {
      id,
      ...put,
      allowedDomains: domainsOf(put),
      sealedClientSecret: this.sealer.seal(clientSecret, clientSecretUse, id),
      version: 1,
      createdAt: now,
      updatedAt: now,
    });
    const fields = [...Object.keys(put), 'clientSecret'];
    await this.audit.record(tx, context, onRecord('oidc_provider.create', id, fields));
  }

  private async replace(
    tx: EntityManager,
    context: RequestContext,
    known: OidcProvider,
    { clientSecret, ...put }: PutOidcProvider,
  ): Promise<void> {
    const { allowedDomains, ...others } = put;
    const fields = applyChanges<Partial<OidcProvider>>(known, others);
    const domains = domainsOf({ allowedDomains });
    if (domains.join() !== known.allowedDomains.join()) fields.push('allowedDomains');
    known.allowedDomains = domains;
    if (clientSecret !== undefined) {
      known.sealedClientSecret = this.sealer.seal(clientSecret, clientSecretUse, known.id);
      fields.push('clientSecret');
    }
    if (fields.length === 0) return;
    known.changedAt(this.clock.now());
    await tx.save(known);
    const isAnother = fields.includes('issuer') || fields.includes('clientId');
    const links = isAnother ? await unlinkAllOf(tx, known.id) : [];
    await this.audit.recordAll(tx, context, [...links, onRecord('oidc_provider.update', known.id, fields)]);
  }

  private toSettings(provider: OidcProvider): OidcProviderSettings {
    const { id, kind, name, issuer, clientId, allowedDomains, version } = provider;
    const redirectUri = this.clients.redirectUri(id);
    return { id, kind, name, issuer, clientId, allowedDomains, redirectUri, version };
  }
}

function domainsOf({ allowedDomains }: { allowedDomains: string[] }): string[] {
  const domains = [...new Set(allowedDomains.map(asciiDomain))].sort();
  if (domains.includes('')) throw InvalidInput.of('allowedDomains', 'domain', 'must be domains');
  return domains;
}

const onRecord = (action: string, subjectId: string, fields: string[] = []) => ({
  action,
  subjectType: 'oidc_provider',
  subjectId,
  fields,
});
