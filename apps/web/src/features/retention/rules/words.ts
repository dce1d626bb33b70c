import type { RuleVersion } from '../model.js';
import { amountOf, isAtOnce, partsOf } from '../periods.js';

/** As much of i18next's `t` as is needed here. */
export type Words = (key: string, values?: Record<string, unknown>) => string;

export type Said = Pick<RuleVersion, 'starts' | 'period' | 'reviewMonths' | 'action'> & {
  key: string;
  covers: string;
};

/** Those with words of their own for as long as the ground holds. */
const openEnded = ['customers', 'marketing_contacts'];

/** A rule as a sentence: "Asiakassuhteen päätyttyä 12 kuukautta, sitten poistetaan". */
export function sentenceOf(rule: Said, say: Words): string {
  const { key, covers, starts, period, reviewMonths, action } = rule;
  if (period === null) {
    const kept = say(`sentence.openEnded.${openEnded.includes(key) ? key : 'other'}`);
    return `${kept} ${say('sentence.reviewed', { count: reviewMonths ?? 12 })}`;
  }
  const then = action === 'delete' && covers === 'people' ? 'deletePerson' : action;
  if (isAtOnce(period)) return say(`sentence.atOnce.${then}`, { when: say(`when.${starts}`) });
  return say(`sentence.after.${then}`, { period: periodText(period, say), after: say(`after.${starts}`) });
}

/** `P12M` → "12 kuukautta". */
export function periodText(period: string, say: Words): string {
  const { years, months, days } = partsOf(period);
  const parts = [
    years > 0 && say('period.years', { count: years }),
    months > 0 && say('period.months', { count: months }),
    days > 0 && say('period.days', { count: days }),
  ].filter((part): part is string => part !== false);
  return parts.length > 0 ? parts.join(' ') : say('period.days', { count: amountOf(period).count });
}
