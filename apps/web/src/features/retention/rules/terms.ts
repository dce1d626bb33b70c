import type { Rule, RuleAction } from '../model.js';
import { isAtOnce, isWithin } from '../periods.js';

/** What can be chosen for how long; `own` and `review` take a period of one's own. */
export const choices = ['at_once', 'P12M', 'P18M', 'until_opt_out', 'review', 'own'] as const;
export type Choice = (typeof choices)[number];

/** What is being decided about a rule. */
export interface Terms {
  choice: Choice;
  /** Of one's own choice. */
  period: string;
  reviewMonths: number;
  starts: string;
  action: RuleAction;
}

type Ruled = Pick<Rule, 'key' | 'covers' | 'longest' | 'isOpenEnded' | 'possibleActions'>;

/** What may be chosen for this rule; nothing where it lasts as long as the relationship. */
export function choicesOf(rule: Ruled): Choice[] {
  if (rule.isOpenEnded) return [];
  return choices.filter((choice) => {
    if (choice === 'until_opt_out') return rule.covers === 'people' && rule.longest === null;
    if (choice === 'review') return rule.possibleActions.includes('review') && rule.key !== 'withdrawn';
    if (choice === 'P12M' || choice === 'P18M') return isWithin(choice, rule.longest);
    return true;
  });
}

/** The terms of a rule as it stands. */
export function termsOf(rule: Ruled & Pick<Rule, 'period' | 'reviewMonths' | 'starts' | 'action'>): Terms {
  const { period, action } = rule;
  return {
    choice: choiceOf(rule, period, action),
    period: period !== null && !isAtOnce(period) ? period : 'P12M',
    reviewMonths: rule.reviewMonths ?? 12,
    starts: rule.starts,
    action,
  };
}

function choiceOf(rule: Ruled, period: string | null, action: RuleAction): Choice {
  if (period === null) return 'until_opt_out';
  if (action === 'review') return 'review';
  if (isAtOnce(period)) return 'at_once';
  return choicesOf(rule).find((choice) => choice === period) ?? 'own';
}

/** How the API takes the terms. */
export function sentOf({ choice, period, reviewMonths, starts, action }: Terms, rule: Ruled) {
  const [otherAction = action] = rule.possibleActions.filter((possible) => possible !== 'review');
  const then = action === 'review' ? otherAction : action;
  return {
    period: rule.isOpenEnded ? null : periodSent(choice, period),
    ...(rule.isOpenEnded || choice === 'until_opt_out' ? { reviewMonths } : {}),
    starts,
    action: choice === 'review' ? ('review' as const) : then,
  };
}

function periodSent(choice: Choice, own: string): string | null {
  if (choice === 'until_opt_out') return null;
  if (choice === 'at_once') return 'P0D';
  return choice === 'own' || choice === 'review' ? own : choice;
}
