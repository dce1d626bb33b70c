import { ApiProperty } from '@nestjs/swagger';
import { ContactListItem } from '@seloste/contacts';
import { Reference } from '@seloste/platform';
import { TimelineItem } from './interactions.dto.js';

/** Sizes of the register; null above ten thousand. */
export class TodayCounts {
  contacts!: number | null;
  companies!: number | null;
  /** Since Monday, in the controller's time zone. */
  interactionsThisWeek!: number | null;
}

/** What is overdue; null for who does not look after it. */
export class TodayReminders {
  /** People who should have been told that we hold data about them (GDPR Art. 14), counted up to ten thousand. */
  overdueNotices!: number | null;
  /** Purposes whose balancing should have been looked at again (GDPR Art. 6(1)(f)). */
  overdueReviews!: number | null;
  /** Holds that should be looked at again by now (GDPR Art. 5(1)(e)). */
  dueHolds!: number | null;
}

/** Somebody whom the caller looks after, and who is erased soon. */
export class LeavingPerson {
  id!: string;
  name!: string;
  /** Null where there is none, or none that the caller sees. */
  company!: Reference | null;
  @ApiProperty({ type: String, format: 'date' })
  dueOn!: string;
  /** In words, in the caller's language. */
  reason!: string;
}

/** Whom the caller looks after, and soon no more (H6). */
export class TodayLeaving {
  /** How far it looks. */
  days!: number;
  /** Everybody who goes within these days. */
  count!: number;
  /** The first to go, at most five. */
  people!: LeavingPerson[];
}

/** What a salesperson's day begins with. */
export class TodayResponse {
  /** Whom the caller was last in touch with or added, latest first. */
  recentPeople!: ContactListItem[];
  /** What happened since the beginning of yesterday, newest first, at most thirty. */
  sinceYesterday!: TimelineItem[];
  counts!: TodayCounts;
  reminders!: TodayReminders;
  /** Null for who is not told when people go. */
  leaving!: TodayLeaving | null;
}
