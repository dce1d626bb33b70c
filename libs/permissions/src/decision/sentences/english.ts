import { inBrackets, type Sentences } from './parts.js';

export const english: Sentences = {
  erased: ({ day }) => `The person’s data has been erased${inBrackets(day)}.`,
  restricted: ({ day }) =>
    `Processing of the person’s data is restricted${day === null ? '' : ` since ${day}`}.`,
  objected: ({ object, by, day }) => `The person has objected to ${object}${by}${inBrackets(day)}.`,
  company_objected: ({ object, by, day }) =>
    `The company has prohibited ${object}${by}${inBrackets(day)}, for all of its people.`,
  suppressed: ({ day }) =>
    `The address or number is blocked${inBrackets(day)}: its holder objected, or asked for their data to be erased.`,
  purpose_off: ({ name }) => `Switched off: ${name}.`,
  basis_missing: ({ name }) => `There is no legal basis for this: ${name}.`,
  consent_missing: ({ name, by }) => `Consent is missing: ${name}${by}.`,
  consent_unconfirmed: ({ name, by, day }) =>
    `The consent has not been confirmed: ${name}${by}${inBrackets(day, 'given ')}.`,
  consent_withdrawn: ({ name, by, day }) =>
    `The person has withdrawn their consent${inBrackets(day)}: ${name}${by}.`,
  role_unknown: () =>
    'Neither a job title nor an area of responsibility is known, so the message cannot be tied to the person’s work.',
  outside_role: () => 'The subject of the message lies outside the person’s area of responsibility.',
  notice_overdue: ({ day }) =>
    `The person should have been given the privacy notice ${day === null ? 'earlier' : `by ${day}`}. Give it first.`,
  undeliverable: ({ day }) => `E-mail does not arrive at this address${inBrackets(day, 'noted ')}.`,
  no_address: ({ channel }) =>
    channel === 'email'
      ? 'There is no e-mail address.'
      : channel === 'post'
        ? 'The company has no postal address.'
        : 'There is no phone number.',
  service: ({ name, by }) => `Allowed: ${name}${by}. It is not marketing.`,
  legal_person: ({ name }) => `Allowed until the company objects: ${name} to the company’s shared address.`,
  job_role: ({ name }) => `Allowed: ${name} to the work address, when it concerns the person’s job.`,
  consent: ({ name, by, day }) => `Allowed: the person has consented${inBrackets(day)}: ${name}${by}.`,
  existing_customer: ({ name, by, day }) =>
    `Allowed: ${name}${by} to a customer who could say no when they bought${inBrackets(day)}.`,
  legitimate_interest: ({ name, by }) => `Allowed until the person objects: ${name}${by}.`,
};
