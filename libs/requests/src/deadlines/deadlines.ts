import { addMonths } from '@seloste/kernel';

/** Months for an answer (GDPR Art. 12(3)). */
const answerMonths = 1;

/** How many days before its deadline a request is called due soon. */
export const soonDays = 7;

/**
 * The last day for an answer. Days are `YYYY-MM-DD` in the controller's zone; a month ends on the same day of the next
 * one, or on its last day (31.1. → 28.2.).
 * @param extension months, 0–2: counted on from the day of receipt, not from the first deadline
 */
export const deadlineOf = (receivedOn: string, extension: number): string =>
  addMonths(receivedOn, answerMonths + extension);

/** May a notice of an extension still be sent? Inside the first month, its last day included. */
export const mayExtendOn = (receivedOn: string, today: string): boolean => today <= deadlineOf(receivedOn, 0);

/** How a deadline stands. */
export type Urgency = 'in_time' | 'due_soon' | 'overdue';

export function urgencyOf(dueOn: string, today: string): Urgency {
  if (today > dueOn) return 'overdue';
  return daysBetween(today, dueOn) <= soonDays ? 'due_soon' : 'in_time';
}

const day = 24 * 60 * 60 * 1000;

/** Calendar days, which no change of clocks makes shorter. */
const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / day;
