import type { InteractionType, Language } from '@seloste/kernel';
import type { RetentionAction, RetentionStart } from '../rules/retention-vocabulary.js';
import { periodOf } from './periods.js';
import { reasonWords } from './reason-words.js';

/** A person's clock; days are `YYYY-MM-DD`. */
export interface Clock {
  dueOn: string | null;
  reviewOn: string | null;
  /** The key of the rule. */
  ground: string;
  start: RetentionStart;
  startedOn: string;
  /** ISO 8601, of the rule as it was when the clock was set; null while the ground is open-ended. */
  period: string | null;
  /** What the same rule says happens on the day. */
  action: RetentionAction;
}

/** Why a person is kept and until when, as a sentence: "Erased on 14.3.2027: customer relationship ended 14.3.2026, 12 months". */
export function reasonOf(clock: Clock, language: Language): string {
  const words = reasonWords[language];
  const start = words.starts[clock.start](dayIn(clock.startedOn));
  if (clock.dueOn !== null) {
    const isAtOnce = clock.dueOn === clock.startedOn;
    const isErased = clock.action !== 'review';
    if (isAtOnce && isErased) return words.erasedAtOnce(dayIn(clock.dueOn), start);
    const says = isErased ? words.erased : words.decided;
    if (isAtOnce || clock.start === 'extended' || clock.period === null)
      return says(dayIn(clock.dueOn), start);
    return says(dayIn(clock.dueOn), `${start}, ${periodIn(clock.period, language)}`);
  }
  const kept = words.kept[clock.ground] ?? words.keptOtherwise;
  return kept(start) + (clock.reviewOn === null ? '' : ` ${words.reviewed(dayIn(clock.reviewOn))}`);
}

/** The clock of something that is no person: what happens to it, when and why. */
export interface ThingClock {
  dueOn: string;
  action: RetentionAction;
  /** What it is, and the day that started the clock. */
  what: InteractionType | 'import' | 'export' | 'attachment';
  startedOn: string;
  period: string;
}

/** As {@link reasonOf}: "Contents deleted on 14.3.2029: call on 14.3.2026, 36 months". */
export function reasonOfThing(clock: ThingClock, language: Language): string {
  const words = reasonWords[language];
  const start = words.things[clock.what](dayIn(clock.startedOn));
  const says = clock.action === 'redact' ? words.redacted : words.deleted;
  if (clock.dueOn === clock.startedOn) return says(dayIn(clock.dueOn), start);
  return says(dayIn(clock.dueOn), `${start}, ${periodIn(clock.period, language)}`);
}

/** `2027-03-04` as 4.3.2027, in all three languages as Finland writes it. */
export function dayIn(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${date}.${month}.${year}`;
}

/** `P12M` as "12 months". */
export function periodIn(period: string, language: Language): string {
  const { units, and } = reasonWords[language];
  const parts = Object.entries(periodOf(period)).filter(([, count]) => count > 0);
  if (parts.length === 0) return reasonWords[language].atOnce;
  return parts
    .map(([unit, count]) => `${count} ${units[unit as keyof typeof units][count === 1 ? 0 : 1]}`)
    .join(and);
}
