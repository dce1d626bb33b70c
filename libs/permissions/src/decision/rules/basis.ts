import { basisLaws } from '../laws.js';
import { verdict, type Rule } from '../question.js';

/** Nothing is done for a purpose that nobody recorded or that is switched off (GDPR Art. 5(1)(b)). */
export const purposeOff: Rule = ({ class: recorded, isSwitchedOn }) =>
  recorded === null || !isSwitchedOn ? verdict('purpose_off') : null;

/** Marketing and profiling rest on consent or on an interest that is balanced, on nothing else (GDPR Art. 6(1)). */
export const basisMissing: Rule = ({ class: kind, basis }) =>
  basis === null || (kind !== 'service' && basis !== 'consent' && basis !== 'legitimate_interest')
    ? verdict('basis_missing')
    : null;

/** Service mail is a class of its own: what somebody wants of marketing is not asked (V4). */
export const service: Rule = ({ class: kind, basis }) =>
  kind === 'service' && basis !== null && basis !== 'consent'
    ? verdict('service', { law: basisLaws[basis] })
    : null;

/** A live call, a letter, and a profile: allowed until the person says no (GDPR Art. 6(1)(f); 917/2014 s. 200 e contrario). */
export const interest: Rule = ({ isElectronicMarketing }) =>
  isElectronicMarketing ? null : verdict('legitimate_interest');
