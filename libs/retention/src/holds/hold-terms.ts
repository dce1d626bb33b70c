import { addMonths, InvalidInput } from '@seloste/kernel';
import { isAccounting, keptUntil, longestFinancialYear } from './accounting-act.js';
import { neededFor, type HeldCategory } from './hold-grounds.js';
import type { PlaceHold } from './holds.dto.js';

/** How long nobody has to look at what does not end by itself, in months (design rule 4). */
const reviewAfter = 12;

/** What is held, until when, and when it is looked at; days are `YYYY-MM-DD`, at least one of `until` and `reviewOn` is set. */
export interface HoldTerms {
  document: string | null;
  financialYearEndedOn: string | null;
  until: string | null;
  reviewOn: string | null;
  categories: HeldCategory[];
}

/** @param today the controller's calendar day. @throws InvalidInput where the law or good order says no */
export function termsOf(input: PlaceHold, today: string): HoldTerms {
  const { ground, document = null, reviewOn = null, categories = [...neededFor[ground]] } = input;
  if (reviewOn !== null) assertReviewed(reviewOn, today);
  const financialYearEndedOn = financialYearOf(input, today);
  const until = financialYearEndedOn === null ? ownEnd(input, today) : lawfulEnd(input, today);
  return {
    document,
    financialYearEndedOn,
    until,
    reviewOn: reviewOn ?? firstReview(financialYearEndedOn === null ? until : null, today),
    categories,
  };
}

/** @throws InvalidInput unless the day is to come within twelve months */
export function assertReviewed(reviewOn: string, today: string): void {
  if (reviewOn <= today) throw InvalidInput.of('reviewOn', 'past', 'must be a day to come');
  if (reviewOn > addMonths(today, reviewAfter))
    throw InvalidInput.of('reviewOn', 'too_late', 'must be at most twelve months ahead');
}

/** What ends far ahead is looked at in a year; the Accounting Act's own days need nobody to ask whether they still hold. */
const firstReview = (until: string | null, today: string): string | null =>
  until !== null && until > addMonths(today, reviewAfter) ? addMonths(today, reviewAfter) : null;

function financialYearOf(
  { ground, document, financialYearEndedOn = null }: PlaceHold,
  today: string,
): string | null {
  if (!isAccounting(ground)) {
    if (financialYearEndedOn !== null)
      throw InvalidInput.of('financialYearEndedOn', 'unexpected', 'is for the Accounting Act alone');
    return null;
  }
  if (!document) throw InvalidInput.of('document', 'required', 'which document has to be kept?');
  if (financialYearEndedOn === null)
    throw InvalidInput.of('financialYearEndedOn', 'required', 'the period is counted from it');
  if (financialYearEndedOn > addMonths(today, longestFinancialYear))
    throw InvalidInput.of('financialYearEndedOn', 'too_late', 'no financial year is that long');
  return financialYearEndedOn;
}

/** The day that the Accounting Act sets: no sooner, and nothing lawful is left after it. */
function lawfulEnd({ ground, financialYearEndedOn, until }: PlaceHold, today: string): string | null {
  if (!isAccounting(ground) || !financialYearEndedOn) return null;
  const lawful = keptUntil(ground, financialYearEndedOn);
  if (lawful < today)
    throw InvalidInput.of('financialYearEndedOn', 'over', 'the Accounting Act has it kept no more');
  if (until && until !== lawful)
    throw InvalidInput.of(
      'until',
      until < lawful ? 'too_soon' : 'too_late',
      'the Accounting Act sets the day: leave it out',
    );
  return lawful;
}

function ownEnd({ until = null, reviewOn = null }: PlaceHold, today: string): string | null {
  if (until === null && reviewOn === null)
    throw InvalidInput.of('until', 'required', 'must end, or be looked at again');
  if (until !== null && until < today) throw InvalidInput.of('until', 'past', 'must not lie in the past');
  return until;
}
