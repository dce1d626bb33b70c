import type { ObjectionFact, SuppressionFact } from '../facts.js';
import { laws, objectionToInterest } from '../laws.js';
import {
  earliest,
  reachesChannel,
  reachesPurpose,
  verdict,
  type Question,
  type Rule,
  type Verdict,
} from '../question.js';

/** Nobody can say no to service that rests on more than our interest (GDPR Art. 21(1)). */
const mayBeObjectedTo = (question: Question): boolean =>
  question.class !== 'service' || question.basis === 'legitimate_interest';

function inForce(objections: ObjectionFact[], question: Question): ObjectionFact | undefined {
  if (!mayBeObjectedTo(question)) return undefined;
  const reaching = objections.filter(
    (objection) =>
      objection.withdrawnAt === null &&
      reachesChannel(objection, question.attempt.channel) &&
      reachesPurpose(objection, question),
  );
  return earliest(reaching, ({ objectedAt }) => objectedAt);
}

const evidenceOf = ({ id, objectedAt }: ObjectionFact): Partial<Verdict> => ({
  since: objectedAt,
  evidence: { type: 'objection', id },
});

/** The person said no (GDPR Art. 21; H12). */
export const objected: Rule = (question) => {
  const objection = inForce(question.facts.objections, question);
  if (!objection) return null;
  const law = question.class === 'service' ? objectionToInterest : laws.objected;
  return verdict('objected', { ...evidenceOf(objection), law });
};

/** Their company said no, for all of its people (917/2014 s. 202). */
export const companyObjected: Rule = (question) => {
  const objection = inForce(question.facts.companyObjections, question);
  return objection ? verdict('company_objected', evidenceOf(objection)) : null;
};

const kindsOfChannels: Partial<Record<string, SuppressionFact['kind']>> = {
  email: 'email',
  phone: 'phone',
  sms: 'phone',
};

/** Over a channel with addresses theirs count; else, and in profiling, who wants nothing at all is known by any. */
const reachesAddress = (suppression: SuppressionFact, { attempt, class: kind }: Question): boolean => {
  const addressed = kind === 'profiling' ? undefined : kindsOfChannels[attempt.channel];
  return addressed === undefined
    ? suppression.channel === 'all'
    : suppression.kind === addressed && reachesChannel(suppression, attempt.channel);
};

const reachesSuppressed = (suppression: SuppressionFact, question: Question): boolean =>
  suppression.reason === 'erasure'
    ? suppression.purpose === 'all' || suppression.purpose === question.attempt.purpose
    : question.class !== 'service' && reachesPurpose(suppression, question);

/** One of their addresses is of somebody who said no or was erased (design rule 6). */
export const suppressed: Rule = (question) => {
  const suppression = earliest(
    question.facts.suppressions.filter(
      (row) => reachesAddress(row, question) && reachesSuppressed(row, question),
    ),
    ({ since }) => since,
  );
  if (!suppression) return null;
  return verdict('suppressed', {
    law: suppression.reason === 'erasure' ? laws.erased : laws.suppressed,
    since: suppression.since,
    evidence: { type: 'suppression', id: suppression.id },
  });
};
