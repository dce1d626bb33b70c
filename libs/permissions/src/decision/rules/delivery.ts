import type { Facts } from '../facts.js';
import { verdict, type Question, type Rule } from '../question.js';
import type { Obligation } from '../decision.js';
import { areasOf, hasRoleReason } from './electronic.js';

/** GDPR Art. 14(3): past its day, the notice goes first; an e-mail brings it along. */
export const noticeOverdue: Rule = ({ facts: { notice }, attempt, class: kind, today }) =>
  notice && kind === 'marketing' && attempt.channel !== 'email' && notice.dueOn < today
    ? verdict('notice_overdue', {
        since: new Date(notice.dueOn),
        evidence: { type: 'notice_duty', id: notice.id },
      })
    : null;

const isReachable: Record<string, (facts: Facts) => boolean> = {
  email: ({ email }) => email !== null,
  phone: ({ hasPhone }) => hasPhone,
  sms: ({ hasPhone }) => hasPhone,
  post: ({ company }) => company?.hasAddress === true,
};

/** There is nowhere to write to or to call. */
export const noAddress: Rule = ({ facts, attempt, class: kind }) =>
  kind !== 'profiling' && isReachable[attempt.channel]?.(facts) === false ? verdict('no_address') : null;

/** What did not arrive is not sent there again. */
export const undeliverable: Rule = ({ facts: { email }, attempt, class: kind }) =>
  kind !== 'profiling' && attempt.channel === 'email' && email?.undeliverableSince
    ? verdict('undeliverable', { since: email.undeliverableSince })
    : null;

/** What goes with a contact that is allowed on this ground. */
export function obligationsOf(question: Question, ground: string): Obligation[] {
  if (question.class === 'profiling') return [];
  const needsRoleLink = ground === 'job_role' && areasOf(question) === null && !hasRoleReason(question);
  return [
    ...(question.facts.notice ? (['notice'] as const) : []),
    ...(question.isElectronicMarketing ? (['opt_out'] as const) : []),
    ...(needsRoleLink ? (['role_link'] as const) : []),
  ];
}
