import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@seloste/kernel';
import { CLOCK, Database } from '@seloste/platform';
import type { Receiver, TakenDelivery } from './webhook-messages.js';

/** A process that dies while it sends leaves the message to others after this long, in milliseconds. */
const lease = 60_000;

const receivers = `
  SELECT w.id, w.url, w.sealed_secret FROM webhooks w
  WHERE w.disabled_at IS NULL
    AND EXISTS (SELECT FROM webhook_deliveries d WHERE d.webhook_id = w.id AND d.next_attempt_at <= $1)`;

const take = `
  UPDATE webhook_deliveries SET attempts = attempts + 1, next_attempt_at = $3
  WHERE id = (SELECT id FROM webhook_deliveries WHERE webhook_id = $1 AND next_attempt_at <= $2
              ORDER BY next_attempt_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
  RETURNING id, event, subject_type AS "subjectType", subject_id AS "subjectId", occurred_at AS "occurredAt", attempts`;

/** The messages whose time has come. */
@Injectable()
export class DueDeliveries {
  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Those for whom something waits. */
  receivers(): Promise<Receiver[]> {
    return this.database.read<Receiver>(receivers, [this.clock.now()]);
  }

  /** The oldest message of a webhook, for this process alone for a while; null when nothing waits. */
  async take(webhookId: string): Promise<TakenDelivery | null> {
    const now = this.clock.now();
    const until = new Date(now.getTime() + lease);
    const [[delivery]] = await this.database.manager.query<[TakenDelivery[], number]>(take, [
      webhookId,
      now,
      until,
    ]);
    return delivery ?? null;
  }
}
