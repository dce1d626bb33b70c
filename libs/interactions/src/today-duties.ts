import { Injectable } from '@nestjs/common';
import { Calendar } from '@seloste/identity';
import { scopeOf, type RequestContext } from '@seloste/kernel';
import { countOverdueNotices, countOverdueReviews } from '@seloste/permissions';
import { Database } from '@seloste/platform';
import { countDueHolds, Forecast } from '@seloste/retention';
import type { TodayLeaving, TodayReminders } from './today.dto.js';

/** What waits for the caller: what is overdue, and whom they look after and soon no more. */
@Injectable()
export class TodayDuties {
  constructor(
    private readonly database: Database,
    private readonly calendar: Calendar,
    private readonly forecast: Forecast,
  ) {}

  /** What is overdue, for who looks after it. */
  async reminders(context: RequestContext): Promise<TodayReminders> {
    const looksAfterNotices = scopeOf(context, 'notices.manage') === 'all';
    const looksAfterPurposes = scopeOf(context, 'purposes.manage') === 'all';
    const looksAfterHolds = scopeOf(context, 'holds.manage') === 'all';
    const today = await this.calendar.today();
    return {
      overdueNotices: looksAfterNotices ? await countOverdueNotices(this.database, today) : null,
      overdueReviews: looksAfterPurposes ? await countOverdueReviews(this.database, today) : null,
      dueHolds: looksAfterHolds ? await countDueHolds(this.database, today) : null,
    };
  }

  /** Who of the caller's own people is erased soon. */
  async leaving(context: RequestContext): Promise<TodayLeaving | null> {
    const soon = await this.forecast.leavingSoon(context);
    if (soon === null) return null;
    const people = soon.people.map(({ contactId: id, name, company, dueOn, reason }) => ({
      ...{ id, name, company, dueOn, reason },
    }));
    return { days: soon.days, count: soon.count, people };
  }
}
