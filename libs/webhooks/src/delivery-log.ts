import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import type { Clock, Page, PageRequest } from '@seloste/kernel';
import { AppConfig, CLOCK, Database, Jobs, readPage, type KeysetSort } from '@seloste/platform';
import type { WebhookDeliveryResponse } from './webhooks.dto.js';
import { Webhooks } from './webhooks.service.js';

const purgeQueue = 'webhooks.purge';
const day = 24 * 60 * 60;

/** How long it is remembered what was sent, in milliseconds. */
const keptFor = 30 * day * 1000;

const newestFirst: KeysetSort = {
  keys: [
    { sql: 'd.occurred_at', type: 'timestamptz' },
    { sql: 'd.id', type: 'uuid' },
  ],
  descending: true,
};

const columns = `d.id, d.event, d.subject_type AS "subjectType", d.subject_id AS "subjectId", d.occurred_at AS "occurredAt",
  CASE WHEN d.delivered_at IS NOT NULL THEN 'delivered' WHEN d.failed_at IS NOT NULL THEN 'failed' ELSE 'waiting' END AS status,
  d.attempts, d.next_attempt_at AS "nextAttemptAt", d.delivered_at AS "deliveredAt", d.failed_at AS "failedAt",
  d.last_status AS "lastStatus", d.last_problem AS "lastProblem"`;

/** What was sent to whom, for 30 days. */
@Injectable()
export class DeliveryLog implements OnApplicationBootstrap {
  constructor(
    private readonly database: Database,
    private readonly webhooks: Webhooks,
    private readonly jobs: Jobs,
    private readonly config: AppConfig,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws NotFound for an unknown webhook */
  async list(webhookId: string, request: PageRequest): Promise<Page<WebhookDeliveryResponse>> {
    await this.webhooks.get(webhookId);
    const page = await readPage<WebhookDeliveryResponse & { cursor_key: string[] }>(
      this.database,
      {
        select: columns,
        from: 'webhook_deliveries d',
        where: ['d.webhook_id = $1'],
        parameters: [webhookId],
        sort: newestFirst,
      },
      request,
    );
    return { ...page, items: page.items.map(({ cursor_key: _, ...item }) => item) };
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.handle(purgeQueue, () => this.purge());
  }

  @Cron('0 53 3 * * *')
  async tick(): Promise<void> {
    if (this.config.process === 'api') return;
    await this.jobs.send(purgeQueue, {}, { singletonKey: 'purge', singletonSeconds: day / 2 });
  }

  /** Forgets what is older than 30 days. */
  async purge(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - keptFor);
    await this.database.manager.query('DELETE FROM webhook_deliveries WHERE occurred_at < $1', [before]);
  }
}
