import type { Phrasebook } from './language.js';

/** English: from the first call to the decision. */
export const salesStepsEn = {
  coldCall: [
    [
      'First call',
      '{first} picked up at once. Current supplier is {rival}, a year left on the contract. No real pain, but the price is felt to be high.',
    ],
    [
      'Introductory call',
      'Introduced us briefly. About {m2} m² and {n} people. The Finnish office has never put the {p} out to tender.',
    ],
    [
      'Call: {p}',
      'Quality has been uneven and feedback goes nowhere. Wants to meet on site, in English please.',
    ],
  ],
  notReached: [
    ['Not reached', 'Called, no answer. Left a voicemail.'],
    ['No answer', 'The switchboard says {first} is travelling. Trying again {day}.'],
  ],
  callBack: [
    [
      'Call back',
      '{first} called back. Wants to see what the {p} covers, and references from the same industry.',
    ],
    ['Call', 'Third time lucky. Their contract runs out {month}, three months notice. {other} decides too.'],
  ],
  introMail: [
    [
      '{company}: {p}',
      'Hi {first},\n\nthank you for the call. We look after some four hundred workplaces in Finland: your own service manager, a fixed monthly price, and a quality round every quarter.\n\nWould half an hour {day} suit you?\n\nBest regards\n{me}',
    ],
    [
      'Thank you for your time',
      'Hi,\n\nas promised, a short description of our {p} and two references of about your size.\n\nI will call you on {date}.\n\nKind regards\n{me}',
    ],
  ],
  introReply: [
    ['', 'Hi {meFirst},\n\nthanks. {day} at ten works. Please check in at the front desk.\n\nBest, {first}'],
    ['', 'Hi,\n\ninteresting, but let us talk again {month}; we are closing the year.\n\nRegards, {first}'],
  ],
  firstMeeting: [
    [
      'Meeting: {p}',
      'Met {first} and {other}. {rival} has had the contract for five years. What matters: familiar staff, one responsible person, reports in English.',
    ],
    [
      'Introduction on Teams',
      'Showed the service model and the quality rounds. Questions about inductions and stand-ins. {first} sends the floor plans.',
    ],
  ],
  survey: [
    [
      'Site survey',
      'Walked the site, {first} as guide. Mostly vinyl floors; the workshop edge needs a machine. Measured {m2} m².',
    ],
  ],
  offerMail: [
    [
      'Offer: {p}',
      'Hi {first},\n\nplease find our offer below. {P}, {m2} m²: €{price} a month (VAT 0%), including supplies, supervision and quality rounds. Valid until {date}.\n\nHappy to go through it together; I will call {day}.\n\nBest regards\n{me}',
    ],
    [
      'Our offer',
      'Hi,\n\nthank you for the meeting. As agreed, two options:\n\nA) basic, €{price} a month\nB) full, with extra work and a named stand-in\n\nWe can start with three weeks of notice.\n\nKind regards\n{me}',
    ],
  ],
  offerQuestion: [
    [
      '',
      'Hi {meFirst},\n\nthanks for the offer. Two questions: how do you cover absences, and can the index wait until year two?\n\n{first}',
    ],
    ['', 'Hi,\n\na competing offer is about ten percent lower. Is there any room left?\n\nRegards, {first}'],
  ],
  offerAnswer: [
    [
      '',
      'Hi {first},\n\ngood questions. Absences are covered by a named stand-in, inducted in the first week. The price is fixed for 12 months, then follows the service index once a year.\n\nBest regards\n{me}',
    ],
    [
      '',
      'Hi,\n\nI ran the numbers again: with two rounds a year instead of four we reach €{price}. I would not cut the quality.\n\n{meFirst}',
    ],
  ],
  followUpCall: [
    [
      'Offer follow-up',
      'Offer received. Management looks at it {day}. Price is right, {rival} still in the race.',
    ],
  ],
  decisionYes: [
    [
      'Order by phone',
      'They chose us. Start {month}. Contract is signed electronically, {first} sends the billing details.',
    ],
  ],
  orderMail: [
    [
      '',
      'Hi {meFirst},\n\nwe accept the offer, start on {date}. The e-invoice address is in the draft contract.\n\n{first}',
    ],
  ],
  decisionNo: [
    ['Declined', 'Chose another supplier on price. Liked the process; we may call before the next tender.'],
    ['Not this time', 'Staying with the current supplier for a year. Asked me to call {month}.'],
  ],
  lostNote: [
    ['Why we lost', 'Our price €{price}, the winner some 8% below. {n} hours a week would have been enough.'],
  ],
  offerRequest: [
    [
      'Request from the website',
      'We would like an offer: {p}, about {m2} m². Start {month}. Best reached in the mornings.',
    ],
  ],
  formCall: [
    [
      'Answer to the request',
      'Called the same day. Clear need: {p}, {n} visits a week. Survey booked {day}.',
    ],
  ],
} satisfies Partial<Phrasebook['steps']>;
