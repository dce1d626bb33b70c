import type { FootTexts } from './foot-texts.js';

/** Under an English message. */
export const en: FootTexts = {
  isMarketing: 'This is a marketing message.',
  isService: 'This message is about your customer relationship or a matter that you have with us.',
  sender: 'Sender',
  businessId: 'Business ID',
  because: {
    consent: 'You get this message because you have consented to it.',
    existing_customer:
      'You get this message because you are our customer and it is about similar products or services.',
    job_role: 'You get this message because its subject concerns your work.',
    legal_person: 'This message was sent to the shared address of a company.',
    otherwise: 'You get this message because your details are in our customer and marketing register.',
  },
  addressSource: (what, day) => `Where we have your contact details from: ${what} (${day}).`,
  sources: {
    person: 'you yourself',
    company: 'your company',
    website: 'a public website',
    public_register: 'a public register',
    bought_list: 'a bought marketing register',
    referral: 'a referral',
    event: 'an event',
    form: 'a form that you filled in',
    import: 'our earlier customer register',
    other: 'another source',
  },
  unsubscribe: 'Unsubscribe',
  preferences: 'Change your preferences',
  privacy: 'Privacy statement',
  notice: {
    title: 'How we process your personal data',
    controller: (name) =>
      `${name} has recorded data about you in its customer and marketing register and is the controller. What follows is in our privacy statement as well.`,
    purpose: 'The purpose of this message and its legal basis',
    source: (what, day) => `Source of the data: ${what} (${day}).`,
    rights:
      'You may object to marketing, and to profiling for it, at any time, and withdraw a consent that you have given. You also have the right to access your data, to have it corrected, erased or moved elsewhere, to restrict or object to its processing, and to complain to the Data Protection Ombudsman (tietosuoja.fi).',
    contact: (sender) => `Contact: ${sender}`,
  },
};
