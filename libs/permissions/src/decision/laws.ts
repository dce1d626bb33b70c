import type { LegalBasis } from '@seloste/kernel';
import type { DecisionCode } from './decision.js';

/** What each code rests on, unless the rule that says it knows better. */
export const laws: Record<DecisionCode, string> = {
  erased: 'GDPR Art. 17(1)',
  restricted: 'GDPR Art. 18(2)',
  objected: 'GDPR Art. 21(3)',
  company_objected: '917/2014 s. 202',
  suppressed: 'GDPR Art. 21(3)',
  purpose_off: 'GDPR Art. 5(1)(b)',
  basis_missing: 'GDPR Art. 6(1)',
  consent_missing: '917/2014 s. 200(1)',
  consent_unconfirmed: 'GDPR Art. 7(1)',
  consent_withdrawn: 'GDPR Art. 7(3)',
  role_unknown: '917/2014 s. 200(1)',
  outside_role: '917/2014 s. 200(1)',
  notice_overdue: 'GDPR Art. 14(3)',
  undeliverable: 'GDPR Art. 5(1)(d)',
  no_address: 'GDPR Art. 5(1)(c)',
  service: 'GDPR Art. 6(1)(b)',
  legal_person: '917/2014 s. 202',
  job_role: '917/2014 s. 202',
  consent: '917/2014 s. 200(1)',
  existing_customer: '917/2014 s. 200(3)',
  legitimate_interest: 'GDPR Art. 6(1)(f)',
};

/** The point of GDPR Art. 6(1) that names the basis. */
export const basisLaws: Record<LegalBasis, string> = {
  consent: 'GDPR Art. 6(1)(a)',
  contract: 'GDPR Art. 6(1)(b)',
  legal_obligation: 'GDPR Art. 6(1)(c)',
  vital_interests: 'GDPR Art. 6(1)(d)',
  public_task: 'GDPR Art. 6(1)(e)',
  legitimate_interest: 'GDPR Art. 6(1)(f)',
};

/** Who may say no to service mail does so on grounds of their own situation, not by the word alone. */
export const objectionToInterest = 'GDPR Art. 21(1)';
