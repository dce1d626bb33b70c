import { Injectable } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { Calendar } from '@seloste/identity';
import { AppConfig, Jobs } from '@seloste/platform';

export const liftingQueue = 'restrictions.lifting';

/** Every morning, once for all processes. */
@Injectable()
export class LiftingSchedule {
  constructor(
    private readonly jobs: Jobs,
    private readonly calendar: Calendar,
    private readonly config: AppConfig,
  ) {}

  handle(run: (today: string) => Promise<void>): Promise<void> {
    return this.jobs.handle(liftingQueue, async () => run(await this.calendar.today()));
  }

  /** Every working process ticks; the queue takes one job a morning. */
  @Cron('0 13 4 * * *')
  async tick(): Promise<void> {
    if (this.config.process === 'api') return;
    await this.jobs.send(liftingQueue, {}, { singletonKey: 'lifting', singletonSeconds: 60 * 60 });
  }
}
