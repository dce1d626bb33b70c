import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { AppConfig, Jobs } from '@seloste/platform';
import { DeliveryOutcomes } from './delivery-outcomes.js';
import { DueDeliveries } from './due-deliveries.js';
import { postMessage, type Outcome } from './post-message.js';
import { WebhookMessages, type Receiver, type TakenDelivery } from './webhook-messages.js';
import { isOnOwnMachine } from './webhooks.service.js';

const dispatchQueue = 'webhooks.dispatch';

/** A receiver gets so much time at once before others have their turn, in milliseconds. */
const turn = 10_000;

/**
 * Sends what waits. A message is sent at least once: again, under the same id, when a process dies between the
 * receiver's yes and our record of it. Receivers are served side by side, so that a slow one holds nobody up for long.
 */
@Injectable()
export class WebhookDispatch implements OnApplicationBootstrap {
  private readonly ownMachine: boolean;

  constructor(
    private readonly jobs: Jobs,
    private readonly config: AppConfig,
    private readonly due: DueDeliveries,
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
    if (this.config.process === 'api' || (await this.due.receivers()).length === 0) return;
    await this.jobs.send(dispatchQueue, {}, { singletonKey: 'dispatch' });
  }

  async run(): Promise<void> {
    await Promise.all((await this.due.receivers()).map((receiver) => this.serve(receiver)));
  }

  /** One message after the other, until nothing waits, one fails, or the turn is over. */
  private async serve(receiver: Receiver): Promise<void> {
    for (const end = performance.now() + turn; performance.now() < end;) {
      const delivery = await this.due.take(receiver.id);
      if (delivery === null) return;
      const outcome = await this.send(receiver, delivery);
      if (!(await this.outcomes.record(receiver, delivery, outcome))) return;
    }
  }

  private send(receiver: Receiver, delivery: TakenDelivery): Promise<Outcome> {
    return postMessage(this.messages.write(receiver, delivery), this.ownMachine);
  }
}
