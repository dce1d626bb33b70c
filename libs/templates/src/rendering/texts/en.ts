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
    paragraphs: (controller) => [
      `We have recorded your name, your contact details at work, your role and your company in our customer and marketing register. The controller is ${controller}.`,
      'We use the data to look after customer relationships and to market to companies. The legal basis is our legitimate interest in keeping in touch with companies and those who represent them.',
      'The data is processed only by our employees and by service providers with whom we have an agreement. We keep it for as long as the relationship or the legitimate interest lasts; the exact periods, the recipients and any transfers outside the EU are in the privacy statement.',
    ],
    source: (what, day) => `Source of the data: ${what} (${day}).`,
    rights:
      'You may object to marketing, and to profiling for it, at any time. You also have the right to access your data, to have it corrected or erased, to restrict or object to its processing, and to complain to the Data Protection Ombudsman (tietosuoja.fi).',
  },
};
