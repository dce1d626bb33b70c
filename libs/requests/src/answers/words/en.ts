import type { RequestLetterWords } from './request-letter-words.js';

export const en: RequestLetterWords = {
  locale: 'en-GB',
  subject: ({ reference }) => `Your request ${reference} about your personal data`,
  greeting: (name) => (name === null ? 'Hello,' : `Hello ${name},`),
  kind: {
    access: 'your request to know what data we hold about you',
    rectification: 'your request to have your data corrected',
    erasure: 'your request to have your data erased',
    restriction: 'your request to have the processing of your data restricted',
    objection: 'your objection to the processing of your data',
    portability: 'your request for your data in a portable form',
    consent_withdrawal: 'the withdrawal of your consent',
  },
  receipt: ({ company, reference, receivedOn, dueOn }, kind) => [
    `${company} received ${kind} on ${receivedOn}. Its reference is ${reference}.`,
    `You will have our answer by ${dueOn} at the latest. It is free of charge.`,
  ],
  extension: ({ receivedOn, dueOn }, kind) => [
    `We received ${kind} on ${receivedOn}. We need more time to answer it.`,
    `You will have our answer by ${dueOn} at the latest.`,
  ],
  extensionReason: {
    complexity: 'The request is complex: your data is in several places, and going through it takes time.',
    number_of_requests: 'The reason is the number of requests that we have received at the same time.',
  },
  answer: {
    granted: ({ receivedOn }, kind) => [`We received ${kind} on ${receivedOn}. We have acted on it.`],
    partly_granted: ({ receivedOn }, kind) => [
      `We received ${kind} on ${receivedOn}. We can carry it out only in part.`,
    ],
    refused: ({ receivedOn }, kind) => [`We received ${kind} on ${receivedOn}. We cannot carry it out.`],
    unidentified: ({ receivedOn }, kind) => [
      `We received ${kind} on ${receivedOn}. By what you told us we cannot identify whom in our register it is about, and we do not collect more data only to identify you (Article 11 of the General Data Protection Regulation).`,
      'If you have been in touch with us under another e-mail address or phone number, tell us. We will then take your request up again.',
    ],
    passed_on: ({ receivedOn, company }, kind) => [
      `We received ${kind} on ${receivedOn}. ${company} processes this data on behalf of a customer. We have passed your request on to that customer, who is the controller and will answer you.`,
    ],
    withdrawn: ({ receivedOn }, kind) => [
      `We received ${kind} on ${receivedOn}. You have taken the request back since, and we do nothing more about it.`,
    ],
  },
  granted: {
    access: 'You get a copy of your data by a separate link.',
    rectification: 'Your data has been corrected, and those who had it from us have been told.',
    erasure:
      'Your data has been erased from our register. All that we keep is that you are not to be contacted.',
    restriction: 'The processing of your data is restricted. We will tell you before the restriction ends.',
    objection: 'We no longer process your data for the purpose that you objected to.',
    portability: 'You get the data that you gave us, in a machine-readable form, by a separate link.',
    consent_withdrawal: 'Your consent is withdrawn. That does not affect what was done before.',
  },
  ground: {
    manifestly_unfounded: 'The request is manifestly unfounded (Article 12(5)).',
    excessive: 'The request is excessive, in particular because of its repetitive character (Article 12(5)).',
    rights_of_others:
      'Carrying it out would adversely affect the rights and freedoms of others (Article 15(4)).',
    legal_obligation: 'The law obliges us to keep the data (Article 17(3)(b)).',
    legal_claims: 'The data is needed to establish, exercise or defend legal claims (Article 17(3)(e)).',
    compelling_grounds: 'There are compelling legitimate grounds for the processing (Article 21(1)).',
    not_applicable: 'This right does not apply to this data or to this processing.',
  },
  complaint:
    'If you disagree, you can lodge a complaint with the Data Protection Ombudsman of Finland (tietosuoja.fi/en, tietosuoja@om.fi, switchboard +358 29 566 6700) or take the matter to court.',
  regards: (company) => `Yours sincerely\n${company}`,
};
