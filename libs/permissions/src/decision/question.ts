import { calendarDay, type LegalBasis, type PurposeClass } from '@seloste/kernel';
import type { ContactAttempt, Decision, DecisionCode } from './decision.js';
import type { Facts, SaidNo } from './facts.js';
import { laws } from './laws.js';

/** What is asked, with what the rules all look at. */
export interface Question {
  facts: Facts;
  attempt: ContactAttempt;
  /** Null where nobody recorded the purpose. */
  class: PurposeClass | null;
  isSwitchedOn: boolean;
  /** The person's own basis, else the purpose's. */
  basis: LegalBasis | null;
  /** Marketing over a channel that 917/2014 s. 200 names: it needs more than an interest. */
  isElectronicMarketing: boolean;
  /** `YYYY-MM-DD`. */
  today: string;
}

/** What a rule says; the obligations come afterwards. */
export type Verdict = Omit<Decision, 'allowed' | 'obligations'>;

/** One rule: a verdict, or null where it has nothing to say. */
export type Rule = (question: Question) => Verdict | null;

const electronic: string[] = ['email', 'sms', 'social', 'chat'];

export function questionOf(facts: Facts, attempt: ContactAttempt, now: Date): Question {
  const purpose = facts.purposes.find(({ key }) => key === attempt.purpose);
  const own = facts.bases.find(({ purpose: key }) => key === attempt.purpose);
  return {
    facts,
    attempt,
    class: purpose?.class ?? null,
    isSwitchedOn: purpose?.switchedOn ?? false,
    basis: own?.basis ?? purpose?.basis ?? null,
    isElectronicMarketing: purpose?.class === 'marketing' && electronic.includes(attempt.channel),
    today: calendarDay(now, facts.timeZone),
  };
}

/** A verdict; law, date and evidence where they are not the usual ones of the code. */
export const verdict = (code: DecisionCode, rest: Partial<Verdict> = {}): Verdict => ({
  code,
  law: laws[code],
  since: null,
  evidence: null,
  ...rest,
});

export const reachesChannel = ({ channel }: Pick<SaidNo, 'channel'>, asked: string): boolean =>
  channel === 'all' || channel === asked;

/** "All" is every purpose but those of service: who wants no marketing still gets their invoice (V4). */
export const reachesPurpose = ({ purpose }: Pick<SaidNo, 'purpose'>, question: Question): boolean =>
  purpose === question.attempt.purpose || (purpose === 'all' && question.class !== 'service');

/** The first by time, then by id. */
export const earliest = <T extends { id: string }>(rows: T[], at: (row: T) => Date): T | undefined =>
  rows.toSorted((a, b) => at(a).getTime() - at(b).getTime() || (a.id < b.id ? -1 : 1)).at(0);
