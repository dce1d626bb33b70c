import { Inject, Injectable } from '@nestjs/common';
import { Calendar } from '@seloste/identity';
import type { Clock } from '@seloste/kernel';
import { CLOCK, Scheduled } from '@seloste/platform';
import { dayToPurge, tickMinute } from './nightly.js';
import { RunRequests } from './run-requests.js';
import { RunWork } from './run-work.js';

/** The purge of every night: looked for every hour, so that a machine that was off, or a night of another length, has its run as well. */
@Injectable()
export class NightlyRun {
  constructor(
    private readonly work: RunWork,
    private readonly requests: RunRequests,
    private readonly calendar: Calendar,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Scheduled({ queue: 'retention.nightly', cron: `0 ${tickMinute} * * * *`, apart: 30 * 60 })
  async run(): Promise<void> {
    await this.work.run(); // one by hand, or one whose process died, comes first
    const day = dayToPurge(this.clock.now(), await this.calendar.timeZone());
    if (day === null) return;
    await this.requests.beginNightly(day);
    await this.work.run();
  }
}
