import type { ContactAttempt, Decision } from './decision.js';
import type { Facts } from './facts.js';
import { questionOf, type Question, type Rule, type Verdict } from './question.js';
import { erased, restricted } from './rules/absence.js';
import { basisMissing, interest, purposeOff, service } from './rules/basis.js';
import { consent } from './rules/consent.js';
import { noAddress, noticeOverdue, obligationsOf, undeliverable } from './rules/delivery.js';
import { electronic } from './rules/electronic.js';
import { companyObjected, objected, suppressed } from './rules/objections.js';

/** Why not, whatever the purpose rests on. */
const bars: Rule[] = [erased, restricted, objected, companyObjected, suppressed, purposeOff, basisMissing];

/** On what it would rest; the last one always knows. */
const grounds: Rule[] = [service, consent, interest, electronic];

/** What still stands in the way of a contact that rests on something. */
const obstacles: Rule[] = [noticeOverdue, noAddress, undeliverable];

const first = (rules: Rule[], question: Question): Verdict | null => {
  for (const rule of rules) {
    const said = rule(question);
    if (said) return said;
  }
  return null;
};

const allowing = new Set<string>([
  'service',
  'legal_person',
  'job_role',
  'consent',
  'existing_customer',
  'legitimate_interest',
]);

/**
 * May this person be contacted? The first rule that has something to say decides; nothing outside the arguments is
 * looked at. `permission_decisions_of` in the database says the same of many people at once (design rule 2).
 */
export function decide(facts: Facts, attempt: ContactAttempt, now: Date): Decision {
  const question = questionOf(facts, attempt, now);
  const bar = first(bars, question) ?? first(grounds, question);
  if (!bar) throw new Error('No rule knows what to say.');
  const obstacle = allowing.has(bar.code) ? first(obstacles, question) : null;
  const { code, law, since, evidence } = obstacle ?? bar;
  const allowed = allowing.has(code);
  return {
    allowed,
    code,
    law,
    since,
    evidence,
    obligations: allowed ? obligationsOf(question, code) : [],
  };
}
