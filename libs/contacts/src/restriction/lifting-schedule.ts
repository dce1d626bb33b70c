import { Injectable } from '@nestjs/common';
import { Calendar } from '@seloste/identity';
import { Scheduled } from '@seloste/platform';
import { LiftingWork, liftingQueue } from './lifting-work.js';

/** Every morning. */
@Injectable()
export class LiftingSchedule {
  constructor(
    private readonly work: LiftingWork,
    private readonly calendar: Calendar,
  ) {}

  @Scheduled({ queue: liftingQueue, cron: '0 13 4 * * *', apart: 60 * 60 })
  async run(): Promise<void> {
    await this.work.run(await this.calendar.today());
  }
}
