import { InvalidInput, type LegalBasis } from '@seloste/kernel';
import { isPeriod, isWithin } from '../clock/periods.js';
import type { RetentionAction, RetentionCover } from './retention-vocabulary.js';

/** What may be decided about a rule. */
export interface RuleTerms {
  starts: string;
  /** ISO 8601; null: as long as the ground holds. */
  period: string | null;
  reviewMonths: number | null;
  action: RetentionAction;
  basis: LegalBasis;
  note: string;
  keeps: string[];
}

/** What is decided already. */
export interface Ruled {
  key: string;
  covers: RetentionCover;
  longest: string | null;
  starts: string;
}

/** The longest time until an open-ended ground is looked at again, in months (design rule 4). */
export const longestReview = 12;

/** The longest period of a ground of people that could be open-ended as well: nobody looks at it meanwhile. */
const longestUnseen = 'P36M';

const startsByKey: Record<string, readonly string[]> = {
  prospects: ['lead_lost', 'last_contact', 'collected'],
  form_senders: ['last_contact', 'collected'],
  chats: ['last_contact', 'collected'],
};

/** What may start the clock of a rule. */
export const startsOf = ({ key, starts }: Pick<Ruled, 'key' | 'starts'>): readonly string[] =>
  startsByKey[key] ?? [starts];

const actionsByCover: Partial<Record<RetentionCover, readonly RetentionAction[]>> = {
  people: ['erase', 'delete', 'review'],
  interaction_bodies: ['redact', 'delete'],
  message_bodies: ['redact'],
};

/** What may happen when the time is over. Whoever took their word back goes, and nobody is asked (GDPR Art. 17(1)(b), (c)). */
export const actionsOf = ({ key, covers }: Pick<Ruled, 'key' | 'covers'>): readonly RetentionAction[] =>
  key === 'withdrawn' ? ['erase', 'delete'] : (actionsByCover[covers] ?? ['delete']);

/** Is it a time that no period could put an end to: while somebody is a customer? */
export const isOpenEnded = (key: string): boolean => key === 'customers';

/** Is it decided elsewhere, under a key of its own? */
export const isSetElsewhere = (covers: RetentionCover): boolean =>
  covers === 'audit_reads' || covers === 'audit_decisions';

/**
 * What a rule says once a change is made: what the change leaves out stays as it is, and an open-ended ground is looked
 * at within a year.
 * @throws InvalidInput
 */
export function changedTerms(rule: Ruled & RuleTerms, change: Partial<RuleTerms>): RuleTerms {
  const terms = {
    starts: change.starts ?? rule.starts,
    period: change.period === undefined ? rule.period : change.period,
    reviewMonths: change.reviewMonths ?? rule.reviewMonths,
    action: change.action ?? rule.action,
    basis: change.basis ?? rule.basis,
    note: change.note ?? rule.note,
    keeps: hasSame(rule.keeps, change.keeps) ? rule.keeps : (change.keeps ?? []),
  };
  if (isSetElsewhere(rule.covers))
    throw InvalidInput.of('period', 'set_elsewhere', 'is set with PUT /audit-retention');
  if (!startsOf(rule).includes(terms.starts))
    throw InvalidInput.of('starts', 'not_a_start', 'must be one of the starts of this rule');
  if (!actionsOf(rule).includes(terms.action))
    throw InvalidInput.of('action', 'not_an_action', 'must be one of the actions of this rule');
  assertPeriod(rule, terms.period);
  return terms.period === null ? { ...terms, reviewMonths: terms.reviewMonths ?? longestReview } : terms;
}

/** A set has no order: naming the same in another one decides nothing. */
const hasSame = (before: readonly string[], now: readonly string[] = before): boolean =>
  before.length === now.length && now.every((one) => before.includes(one));

function assertPeriod({ key, covers, longest }: Ruled, period: string | null): void {
  if (period !== null && !isPeriod(period))
    throw InvalidInput.of('period', 'period', 'must be an ISO 8601 period of years, months, weeks and days');
  if (period !== null && isOpenEnded(key))
    throw InvalidInput.of('period', 'open_ended', 'must be null: it lasts as long as the relationship');
  if (period === null && (covers !== 'people' || longest !== null))
    throw InvalidInput.of('period', 'required', 'must end');
  const most = longest ?? longestUnseen;
  if (period !== null && !isWithin(period, most))
    throw InvalidInput.of('period', 'over_longest', `must be at most ${most}`);
}
