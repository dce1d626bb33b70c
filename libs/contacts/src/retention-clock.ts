import { addMonths } from '@seloste/kernel';

/** How long an open-ended ground holds without being looked at again, in months (design rule 4). */
export const reviewAfterMonths = 12;

/** When a person's data goes, or when the ground for keeping it is looked at next; exactly one of the two is set. */
export interface RetentionClock {
  dueOn: string | null;
  /** Stable code of the ground. */
  ground: 'relationship';
  reviewOn: string | null;
}

/** The clock of a person who comes into the register on `day` (`YYYY-MM-DD`): kept for the relationship, looked at again in a year. */
export const firstClock = (day: string): RetentionClock => ({
  dueOn: null,
  ground: 'relationship',
  reviewOn: addMonths(day, reviewAfterMonths),
});
