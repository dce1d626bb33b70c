import type { DataCategory, Language } from '@seloste/kernel';
import type { RetentionAction, RetentionStart } from '../rules/retention-vocabulary.js';
import { dayIn, periodIn } from './reason-of.js';
import { reasonWords } from './reason-words.js';

/** What can go before its person does, as `retention_narrowable` of the database has it. */
export const partCategories = [
  'communication',
  'contact_details',
  'preferences',
  'work_role',
] as const satisfies readonly DataCategory[];
export type PartCategory = (typeof partCategories)[number];

/** What no ground needs of a person before their clock is over. Days are `YYYY-MM-DD`. */
export interface ClockPart {
  categories: DataCategory[];
  dueOn: string;
  /** What began the last ground that needed it, and for how long; null where none ever did. */
  start: RetentionStart | null;
  startedOn: string | null;
  /** ISO 8601. */
  period: string | null;
  /** What its rule says happens on the day. */
  action: RetentionAction;
}

/** What goes, when and why: "Notes and what was said are erased on 14.3.2027: sales process ended without a deal 14.3.2026, 12 months". */
export function reasonOfPart(part: ClockPart, language: Language): string {
  const words = reasonWords[language];
  const named = part.categories.flatMap((category) => (isPart(category) ? words.parts[category] : []));
  const names = new Intl.ListFormat(language).format(named);
  const says = part.action === 'review' ? words.partDecided : words.partGoes;
  const sentence = says(names, dayIn(part.dueOn), whyOf(part, language));
  return sentence.charAt(0).toLocaleUpperCase(language) + sentence.slice(1);
}

/** The same of one thing: "Contents deleted on 14.3.2027: sales process ended without a deal 14.3.2026, 12 months". */
export const reasonOfContents = (part: ClockPart, language: Language): string =>
  reasonWords[language].redacted(dayIn(part.dueOn), whyOf(part, language));

function whyOf({ start, startedOn, period }: ClockPart, language: Language): string {
  const words = reasonWords[language];
  if (start === null || startedOn === null) return words.unneeded;
  const why = words.starts[start](dayIn(startedOn));
  return period === null ? why : `${why}, ${periodIn(period, language)}`;
}

const isPart = (category: DataCategory): category is PartCategory =>
  (partCategories as readonly DataCategory[]).includes(category);

/** The parts of the person `c` that are still to go, as JSON: {@link ClockPart}s, the first to go first. */
export const partsColumn = (
  c: string,
): string => `CASE WHEN ${c}.retention_parts IS NULL OR ${c}.erased_at IS NOT NULL THEN '[]'
    ELSE retention_parts_left(${c}.id, ${c}.retention_parts, controller_day(now())) END`;

/** As the API shows it. */
export const toRetentionPart = (part: ClockPart, language: Language) => ({
  categories: part.categories,
  dueOn: part.dueOn,
  reason: reasonOfPart(part, language),
});
