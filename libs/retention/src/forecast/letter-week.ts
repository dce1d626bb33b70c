import { Inject, Injectable } from '@nestjs/common';
import { Calendar, UserAccess } from '@seloste/identity';
import type { Clock } from '@seloste/kernel';
import { CLOCK, Database } from '@seloste/platform';
import { weekOf } from './weekly-round.js';

/** When the letters of a week are to be written, and to whom. */
@Injectable()
export class LetterWeek {
  constructor(
    private readonly database: Database,
    private readonly calendar: Calendar,
    private readonly access: UserAccess,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Null before Monday at seven, and once they are written; days are the controller's. */
  async due(): Promise<{ week: string; at: Date; today: string } | null> {
    const at = this.clock.now();
    const { week, isTime } = weekOf(at, await this.calendar.timeZone());
    if (!isTime) return null;
    const written = await this.database.read('SELECT week FROM leaving_rounds WHERE week = $1', [week]);
    return written.length > 0 ? null : { week, at, today: await this.calendar.today() };
  }

  /** Those whose duty still is to know. */
  async thoseWhoMayKnow<T extends { id: string }>(owners: T[]): Promise<T[]> {
    const kept: T[] = [];
    for (const owner of owners)
      if (await this.access.contextOf(owner.id, 'retention.read', 'leaving-letters')) kept.push(owner);
    return kept;
  }
}
