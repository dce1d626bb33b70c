import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Audit, type AuditEntry } from '@seloste/audit';
import {
  actingUserId,
  InvalidInput,
  newId,
  NotFound,
  type Clock,
  type RequestContext,
} from '@seloste/kernel';
import { AppConfig, CLOCK, Database, isLoopback, Sealer } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import { isReachable, literalAddressOf } from './addresses.js';
import { Webhook } from './webhook.entity.js';
import type { CreateWebhook, NewWebhookResponse, WebhookResponse } from './webhooks.dto.js';

export const webhookSecretUse = 'webhook secret';

/** Is the product itself reached on this machine only? Then its webhooks may lead to this machine as well. */
export const isOnOwnMachine = ({ publicUrl }: AppConfig): boolean => isLoopback(new URL(publicUrl).hostname);

const columns = `w.id, w.url, w.events, w.created_at AS "createdAt",
  CASE WHEN c.id IS NOT NULL THEN json_build_object('id', c.id, 'name', c.name) END AS "createdBy",
  CASE WHEN w.disabled_at IS NOT NULL THEN 'disabled' WHEN w.failing_since IS NOT NULL THEN 'failing' ELSE 'working' END AS status,
  w.failing_since AS "failingSince", w.disabled_at AS "disabledAt",
  CASE WHEN d.id IS NOT NULL THEN json_build_object('id', d.id, 'name', d.name) END AS "disabledBy"`;
const tables =
  'webhooks w LEFT JOIN users c ON c.id = w.created_by LEFT JOIN users d ON d.id = w.disabled_by';

/** Which systems are told about acts. */
@Injectable()
export class Webhooks {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly sealer: Sealer,
    private readonly config: AppConfig,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  list(): Promise<WebhookResponse[]> {
    return this.database.read(`SELECT ${columns} FROM ${tables} ORDER BY w.id`);
  }

  /** @throws NotFound */
  async get(id: string): Promise<WebhookResponse> {
    const [webhook] = await this.database.read<WebhookResponse>(
      `SELECT ${columns} FROM ${tables} WHERE w.id = $1`,
      [id],
    );
    if (!webhook) throw new NotFound('webhook');
    return webhook;
  }

  /** @throws InvalidInput for an address that may not be */
  async create(context: RequestContext, { url, events }: CreateWebhook): Promise<NewWebhookResponse> {
    const id = newId();
    const secret = `whsec_${randomBytes(32).toString('base64')}`;
    const href = this.checked(url);
    await this.database.transaction(async (tx) => {
      const sealedSecret = this.sealer.seal(secret, webhookSecretUse, id);
      const by = { createdAt: this.clock.now(), createdBy: actingUserId(context) };
      await tx.insert(Webhook, { id, url: href, events, sealedSecret, ...by });
      await this.audit.record(tx, context, entryOf('create', id, ['url', 'events', 'secret']));
    });
    return { ...(await this.get(id)), secret };
  }

  /** With its deliveries. @throws NotFound */
  async remove(context: RequestContext, id: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const { affected } = await tx.delete(Webhook, { id });
      if (!affected) throw new NotFound('webhook');
      await this.audit.record(tx, context, entryOf('delete', id));
    });
  }

  /** Sends again what happens from now on; doing it twice changes nothing. @throws NotFound */
  async enable(context: RequestContext, id: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const webhook = await lockWebhook(tx, id);
      if (webhook.isEnabled) return;
      webhook.enable();
      await tx.save(webhook);
      await this.audit.record(tx, context, entryOf('enable', id));
    });
  }

  /** Sends nothing any more; what waits is given up. Doing it twice changes nothing. @throws NotFound */
  async disable(context: RequestContext, id: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const webhook = await lockWebhook(tx, id);
      if (!webhook.isEnabled) return;
      webhook.disable(this.clock.now(), actingUserId(context));
      await tx.save(webhook);
      await giveUpWaiting(tx, id, this.clock.now());
      await this.audit.record(tx, context, entryOf('disable', id));
    });
  }

  private checked(text: string): string {
    const url = URL.canParse(text) ? new URL(text) : null;
    if (url === null || url.username !== '' || url.password !== '' || url.hash !== '')
      throw InvalidInput.of('url', 'url', 'must be a URL without a login or a fragment');
    const ownMachine = isOnOwnMachine(this.config);
    const isAllowed =
      url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname) && ownMachine);
    if (!isAllowed) throw InvalidInput.of('url', 'insecure', 'must begin with https://');
    const literal = literalAddressOf(url.hostname);
    if (literal !== null && !isReachable(literal, ownMachine))
      throw InvalidInput.of('url', 'private_address', 'must not lead into a private network');
    return url.href;
  }
}

/** The webhook, held until the transaction ends. @throws NotFound */
async function lockWebhook(tx: EntityManager, id: string): Promise<Webhook> {
  const webhook = await tx.findOne(Webhook, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!webhook) throw new NotFound('webhook');
  return webhook;
}

/** What waits for a webhook that was disabled is not sent any more. */
export async function giveUpWaiting(tx: EntityManager, webhookId: string, at: Date): Promise<void> {
  await tx.query(
    `UPDATE webhook_deliveries SET next_attempt_at = NULL, failed_at = $2, last_problem = 'disabled'
     WHERE webhook_id = $1 AND next_attempt_at IS NOT NULL`,
    [webhookId, at],
  );
}

const entryOf = (verb: string, subjectId: string, fields: string[] = []): AuditEntry => ({
  action: `webhook.${verb}`,
  subjectType: 'webhook',
  subjectId,
  fields,
});
