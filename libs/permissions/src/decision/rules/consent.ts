import type { ConsentFact } from '../facts.js';
import { basisLaws, laws } from '../laws.js';
import { reachesChannel, verdict, type Question, type Rule, type Verdict } from '../question.js';

/** When it began to hold: double opt-in is a yes from its confirmation on. Null while that is missing. */
const heldFrom = ({ needsConfirmation, confirmedAt, obtainedAt }: ConsentFact): Date | null =>
  needsConfirmation ? confirmedAt : obtainedAt;

const newest = (
  rows: ConsentFact[],
  at: (consent: ConsentFact) => Date | null,
): { id: string; at: Date } | null =>
  rows
    .flatMap((row) => {
      const time = at(row);
      return time === null ? [] : [{ id: row.id, at: time }];
    })
    .toSorted((a, b) => b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : -1))
    .at(0) ?? null;

/**
 * What the consents that reach the channel and purpose say together: a consent holds from its confirmation, if it needs
 * one, and only when it is newer than the last withdrawal (GDPR Art. 7).
 */
export function consentOf(question: Question): Verdict {
  const { attempt, facts } = question;
  const reaching = facts.consents.filter(
    (consent) => consent.purpose === attempt.purpose && reachesChannel(consent, attempt.channel),
  );
  const withdrawal = newest(reaching, ({ withdrawnAt }) => withdrawnAt);
  const standing = reaching.filter(({ withdrawnAt }) => withdrawnAt === null);
  const isNewer = (at: Date | null): Date | null =>
    at !== null && (withdrawal === null || at > withdrawal.at) ? at : null;
  const held = newest(standing, (consent) => isNewer(heldFrom(consent)));
  if (held) return verdict('consent', { ...dated('consent', held), law: lawOf('consent', question) });
  const waiting = newest(standing, (consent) =>
    heldFrom(consent) === null ? isNewer(consent.obtainedAt) : null,
  );
  if (waiting) return verdict('consent_unconfirmed', dated('consent', waiting));
  if (withdrawal) return verdict('consent_withdrawn', dated('consent_withdrawal', withdrawal));
  return verdict('consent_missing', { law: lawOf('consent_missing', question) });
}

const dated = (
  type: 'consent' | 'consent_withdrawal',
  { id, at }: { id: string; at: Date },
): Partial<Verdict> => ({ since: at, evidence: { type, id } });

const lawOf = (code: 'consent' | 'consent_missing', { isElectronicMarketing }: Question): string =>
  isElectronicMarketing ? laws[code] : basisLaws.consent;

/** Where a purpose rests on consent, nothing else will do; where it does not, taking a consent back is still a no. */
export const consent: Rule = (question) => {
  const said = consentOf(question);
  return question.basis === 'consent' || said.code === 'consent_withdrawn' ? said : null;
};
