import { Inject, Injectable } from '@nestjs/common';
import type { Clock, Page, PageRequest } from '@seloste/kernel';
import { CLOCK, Database, Purges, readPage, RowPurge, type KeysetSort } from '@seloste/platform';
import type { WebhookDeliveryResponse } from './webhooks.dto.js';
import { Webhooks } from './webhooks.service.js';

/** How long it is remembered what was sent, in milliseconds. */
const keptFor = 30 * 24 * 60 * 60 * 1000;

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

/** What was sent to whom, for 30 days: older ones go with the nightly run (H7). */
@Injectable()
export class DeliveryLog {
  constructor(
    private readonly database: Database,
    private readonly webhooks: Webhooks,
    @Inject(CLOCK) clock: Clock,
    purges: Purges,
  ) {
    const ownEnd = () => new Date(clock.now().getTime() - keptFor);
    const rows = { table: 'webhook_deliveries', due: 'occurred_at < $1' };
    purges.provide('technical_data', new RowPurge(database, rows, ownEnd));
  }

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
}
