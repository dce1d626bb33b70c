import { Inject, Injectable } from '@nestjs/common';
import { calendarDay, type Clock } from '@seloste/kernel';
import { CLOCK, Database } from '@seloste/platform';
import type { EntityManager } from 'typeorm';

/** Before the company is set up. */
const defaultTimeZone = 'Europe/Helsinki';

/** How long a process may go on with the time zone it read, in milliseconds. */
const keptFor = 60_000;

/** The calendar of the controller: days begin and end in its own time zone. */
@Injectable()
export class Calendar {
  private zone = defaultTimeZone;
  private readAt = -Infinity;
  private readonly followers: ((tx: EntityManager) => Promise<void>)[] = [];

  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Today as `YYYY-MM-DD`. */
  async today(): Promise<string> {
    return calendarDay(this.clock.now(), await this.timeZone());
  }

  /** An IANA name, for example `Europe/Helsinki`. */
  async timeZone(): Promise<string> {
    if (performance.now() - this.readAt > keptFor) {
      const [row] = await this.database.read<{ time_zone: string }>('SELECT time_zone FROM controllers');
      this.zone = row?.time_zone ?? defaultTimeZone;
      this.readAt = performance.now();
    }
    return this.zone;
  }

  /** Has whoever keeps days count them anew once days begin and end elsewhere: `follow` takes part in that change. */
  onChange(follow: (tx: EntityManager) => Promise<void>): void {
    this.followers.push(follow);
  }

  /** Days begin and end elsewhere from this transaction on. */
  async changed(tx: EntityManager): Promise<void> {
    for (const follow of this.followers) await follow(tx);
  }

  /** The zone is read anew by the next who asks; by other processes within a minute. */
  forget(): void {
    this.readAt = -Infinity;
  }
}
