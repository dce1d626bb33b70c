import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { AppConfig, Database, Jobs } from '@seloste/platform';
import { DeliveryOutcomes } from './delivery-outcomes.js';
import { postMessage, type Outcome } from './post-message.js';
import { WebhookMessages, type Receiver, type TakenDelivery } from './webhook-messages.js';
import { isOnOwnMachine } from './webhooks.service.js';

const dispatchQueue = 'webhooks.dispatch';

/** A process that dies while it sends leaves the message to others after this long, in milliseconds. */
const lease = 60_000;

/** A receiver gets so much time at once before others have their turn, in milliseconds. */
const turn = 10_000;

const receivers = `
  SELECT w.id, w.url, w.sealed_secret FROM webhooks w
  WHERE w.disabled_at IS NULL
    AND EXISTS (SELECT FROM webhook_deliveries d WHERE d.webhook_id = w.id AND d.next_attempt_at <= $1)`;

const take = `
  UPDATE webhook_deliveries SET attempts = attempts + 1, next_attempt_at = $3
  WHERE id = (SELECT id FROM webhook_deliveries WHERE webhook_id = $1 AND next_attempt_at <= $2
              ORDER BY next_attempt_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
  RETURNING id, event, subject_type AS "subjectType", subject_id AS "subjectId", occurred_at AS "occurredAt", attempts`;

/**
 * Sends what waits. A message is sent at least once: again, under the same id, when a process dies between the
 * receiver's yes and our record of it. Receivers are served side by side, so that a slow one holds nobody up for long.
 */
@Injectable()
export class WebhookDispatch implements OnApplicationBootstrap {
  private readonly ownMachine: boolean;

  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly config: AppConfig,
    private readonly messages: WebhookMessages,
    private readonly outcomes: DeliveryOutcomes,
  ) {
    this.ownMachine = isOnOwnMachine(config);
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.handle(dispatchQueue, () => this.run());
  }

  /** Every working process looks; the queue takes one job, and none while nothing waits. */
  @Cron('*/5 * * * * *')
  async tick(): Promise<void> {
    if (this.config.process === 'api' || (await this.receivers()).length === 0) return;
    await this.jobs.send(dispatchQueue, {}, { singletonKey: 'dispatch' });
  }

  async run(): Promise<void> {
    await Promise.all((await this.receivers()).map((receiver) => this.serve(receiver)));
  }

  private receivers(): Promise<Receiver[]> {
    return this.database.read<Receiver>(receivers, [this.messages.now()]);
  }

  /** One message after the other, until nothing waits, one fails, or the turn is over. */
  private async serve(receiver: Receiver): Promise<void> {
    for (const end = performance.now() + turn; performance.now() < end;) {
      const delivery = await this.take(receiver.id);
      if (delivery === null) return;
      const outcome = await this.send(receiver, delivery);
      if (!(await this.outcomes.record(receiver, delivery, outcome))) return;
    }
  }

  private async take(webhookId: string): Promise<TakenDelivery | null> {
    const now = this.messages.now();
    const until = new Date(now.getTime() + lease);
    const [[delivery]] = await this.database.manager.query<[TakenDelivery[], number]>(take, [
      webhookId,
      now,
      until,
    ]);
    return delivery ?? null;
  }

  private send(receiver: Receiver, delivery: TakenDelivery): Promise<Outcome> {
    return postMessage(this.messages.write(receiver, delivery), this.ownMachine);
  }
}
