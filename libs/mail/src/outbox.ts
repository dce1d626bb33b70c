import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import type { Clock } from '@seloste/kernel';
import { AppConfig, CLOCK, Database, Jobs } from '@seloste/platform';
import { DeliverMail } from './deliver-mail.js';
import { deliveryQueue } from './mailer.js';

/** How often a working process looks for mail whose time has come again, in milliseconds. */
const sweepEvery = 10_000;

/** Has the outbox carried to the mail server by the queue, and takes up again what a process that died left undone. */
@Injectable()
export class Outbox implements OnApplicationBootstrap {
  private readonly logger = new Logger('Mail');

  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly delivery: DeliverMail,
    private readonly config: AppConfig,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const deliver = ({ id }: { id: string }) => this.delivery.run(id);
    await this.jobs.handle(deliveryQueue, deliver, { atOnce: 20 });
  }

  /** Many processes may look; the queue takes each message once. */
  @Interval(sweepEvery)
  async sweep(): Promise<void> {
    if (this.config.process === 'api') return;
    try {
      const due = `status = 'waiting' AND next_attempt_at <= $1`;
      // The queue holds the job of a process that died for a while: each attempt is a job of its own beside it.
      for (const { id, attempts } of await this.some(due, [this.clock.now()]))
        await this.jobs.send(deliveryQueue, { id }, { singletonKey: `${id} ${attempts}` });
      for (const { id } of await this.some(`status = 'handed_over' AND followed_up_at IS NULL`))
        await this.delivery.followUp(id);
    } catch (error) {
      this.logger.warn(`The outbox could not be looked after: ${(error as Error).name}`); // the next tick looks again
    }
  }

  private some(condition: string, parameters: unknown[] = []): Promise<{ id: string; attempts: number }[]> {
    return this.database.read(
      `SELECT id, attempts FROM mail_messages WHERE ${condition} ORDER BY created_at LIMIT 500`,
      parameters,
    );
  }
}
