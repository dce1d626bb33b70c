import type { Words } from './words.js';

export const en: Words = {
  channel: {
    email: 'E-mail',
    phone: 'Phone',
    sms: 'Text messages',
    post: 'Post',
    social: 'Social media',
    chat: 'Chat',
  },
  by: {
    email: 'by e-mail',
    phone: 'by phone',
    sms: 'by text message',
    post: 'by post',
    social: 'on social media',
    chat: 'by chat',
    all: 'in every channel',
  },
  purpose: {
    service: 'Service messages',
    direct_marketing: 'Marketing',
    newsletter: 'Newsletters',
    survey: 'Surveys',
    profiling_marketing: 'Profiling for marketing',
    profiling_sales: 'Profiling for sales',
    profiling_support: 'Profiling for customer support',
    all: 'All marketing',
  },
  unsubscribe: {
    title: 'Stop messages',
    intro: (controller, thing) =>
      `${controller} sent you a message with this link. The message was about: ${thing}.`,
    introOfPlainLink: (controller) =>
      `${controller} sent you a message with this link. On this page you can stop the messages.`,
    introOfService: (controller) =>
      `${controller} sent you a message with this link. It was about a service or a contract, and such messages may still come. You can stop the marketing here.`,
    sentTo: (addresses) => `The choice is for you, who can be reached at ${addresses}.`,
    untouched: 'Opening this page changes nothing: nothing stops until you press the button.',
    orEverything: 'You can also stop all marketing and profiling at once.',
    inDetail: 'See all your choices and your data',
    already: (thing, day) => `You already said no to this on ${day}: ${thing}. It is no longer sent to you.`,
    oneClick: (preferences) =>
      `Done. You will get no more messages of this kind. If you change your mind, or want to choose in detail: ${preferences}`,
  },
  act: {
    stop: (thing) => `Stop ${thing}`,
    stopShort: 'Stop',
    stopEverything: 'Stop all marketing and profiling',
    allow: 'Allow again',
    give: 'Give consent',
  },
  done: {
    title: 'Done',
    stopped: (thing) => `Stopped: ${thing}.`,
    stoppedEverything: 'Stopped: all marketing in every channel, and all profiling.',
    underWay: (controller) =>
      `It applies at once. ${controller} sends no more of this; a message that was already on its way may still arrive.`,
    stoppedSequence: (name) => `Stopped: the automatic messages “${name}”.`,
    allowed: (thing) => `Allowed again: ${thing}. Everything else you said no to stays stopped.`,
    consented: (thing) =>
      `Your consent is on record: ${thing}. Everything else you said no to stays stopped.`,
    notOpened: (controller) =>
      `Nothing was allowed. This link was sent to an address that is not yours any more, or was not when you said no: it can only stop things. To allow something, contact ${controller}.`,
    changeHere: 'If you change your mind, you can change the choice further down on this page.',
    changeThere: 'If you change your mind, you can allow the messages again on the page of your choices.',
    toPreferences: 'Your choices',
  },
  erased: {
    title: 'You will get no more messages',
    text: (controller) =>
      `${controller} no longer holds your data, so nothing more will come. There is nothing you need to do.`,
  },
  gone: {
    title: 'This link is not valid',
    text: (controller) =>
      `${controller} sends nothing on account of this link: nobody’s data belongs to it (any more).`,
    ifStill: (contact) => `If you still get messages, write to us and we stop them: ${contact}`,
  },
  damaged: {
    title: 'This link is not complete',
    text: 'A part of it is missing or was changed on the way, so nothing was done. Open it from the message again.',
    orWrite: (contact) => `Or write to us, and we stop the messages: ${contact}`,
  },
  again: {
    title: 'Allow this again?',
    question: (thing) => `Do you want to allow this: ${thing}?`,
    onlyThis: 'Only this changes. Everything else you said no to stays stopped.',
    withConsent: 'This needs your consent. If you give it, we keep this text and the time:',
    consent: (controller, thing) =>
      `I agree that ${controller} uses my data for this: ${thing}. I can withdraw my consent at any time, as easily as I gave it, on this page or by the link in every message.`,
    yes: 'Yes, allow this',
    yesToConsent: 'I give my consent',
    no: 'No, change nothing',
  },
  confirmation: {
    title: 'Confirm your consent',
    intro: (controller, day) => `${controller} noted on ${day} that you gave this consent:`,
    ifNot:
      'If you gave it, please confirm it. If you did not, there is nothing you need to do: without your confirmation it does not take effect.',
    yes: 'I confirm my consent',
    done: 'Thank you, your consent is confirmed.',
    already: (day) => `You confirmed this consent on ${day}.`,
    withdrawn: (day) => `This consent was withdrawn on ${day}. It needs no confirmation any more.`,
  },
  preferences: {
    title: 'Your choices',
    intro: (controller) =>
      `${controller} has your details in its customer and marketing register. On this page you decide what we may contact you about, and see what we hold. Opening it changes nothing.`,
    ofPerson: (name) => `This page is yours: ${name}.`,
    restricted:
      'The use of your data is restricted: we do not contact you until the restriction ends. Your choices are noted at once all the same.',
    messages: 'What we may send you',
    service: 'Messages that belong to a service or a contract may come even if you say no to all marketing.',
    standing: {
      objected: (day) => `You said no on ${day}.`,
      objectedByCompany: (day) => `Your company said no on ${day}. Only the company can change that.`,
      consented: (day) => `You gave your consent on ${day}.`,
      unconfirmed: 'The consent waits for your confirmation, and nothing is sent before it.',
      notAsked: 'We do not do this without your consent, and you have not given it.',
      notObjected: 'You have not said no to this.',
      off: 'We do not do this now. You can still say no in advance.',
    },
    profiling: 'Profiling',
    profilingIs:
      'Profiling means that we conclude automatically from your data what might interest you. You can say no for each purpose separately.',
    sequences: 'Automatic messages',
    sequenceRuns: (day) => `Began on ${day}.`,
    sequenceStopped: (day) => `You stopped them on ${day}.`,
    stopSequence: (name) => `Stop “${name}”`,
    everything: 'I want nothing at all',
    everythingIs: 'One press stops all marketing in every channel and all profiling.',
    everythingStopped: 'You have said no to all marketing and profiling.',
  },
  held: {
    title: 'What we hold on you',
    intro: 'Contact details are shown in part, because the message and its link may be forwarded.',
    name: 'Name',
    work: 'Work',
    emails: 'E-mail',
    phones: 'Phone',
    language: 'Language',
    interests: 'Interests',
    authorisations: 'Authorisations',
    interactions: 'Notes of contacts with us',
    languages: { fi: 'Finnish', sv: 'Swedish', en: 'English' },
    sources: 'Where it comes from',
    source: {
      person: 'From yourself',
      company: 'From your company',
      website: 'From a public website',
      public_register: 'From a public register',
      bought_list: 'From a marketing register that we bought',
      referral: 'From somebody who recommended you',
      event: 'From an event',
      form: 'From a form that you filled in',
      import: 'From an earlier system',
      other: 'From elsewhere',
    },
    until: 'How long it is kept',
    erasedBy: (day) => `Your data is erased by ${day} at the latest.`,
    reviewedBy: (day) => `By ${day} at the latest we review whether there is still a ground to keep it.`,
    duringRelationship: 'We keep your data while the customer relationship or co-operation goes on.',
    rights: 'Your rights',
    rightsAre:
      'You may ask for all your data, have it corrected or erased, restrict its use, move it elsewhere, or object to its use. It is free of charge.',
    contact: (controller) => `Contact: ${controller}`,
    statement: 'Privacy statement',
    complaint: 'You may also complain to the supervisory authority:',
    authority: { name: 'Office of the Data Protection Ombudsman', url: 'https://tietosuoja.fi/en/home' },
  },
  statement: {
    title: 'Privacy statement',
    intro: (controller) =>
      `${controller} keeps a customer and marketing register of people who work for companies. This page says how the data is used and what you can do about it.`,
    purposes: 'What personal data is used for',
    basis: 'Legal basis',
    bases: {
      consent: 'consent',
      contract: 'contract',
      legal_obligation: 'legal obligation',
      vital_interests: 'vital interests',
      public_task: 'public interest',
      legitimate_interest: 'legitimate interest',
    },
    own: 'Your own data and choices',
    ownIs:
      'Every marketing message carries a link where you see your own data, where it comes from and how long it is kept, and where you can say no channel by channel and purpose by purpose.',
  },
  problem: {
    title: 'We could not do this',
    notUnderstood:
      'We did not understand the request. Nothing was changed: open the page from the link again and retry.',
    tooMany: 'Too many requests came in a short time. Nothing was changed: try again in a moment.',
    broken: 'Something went wrong on our side. Nothing was changed: try again in a moment.',
  },
};
