import type { Phrasebook } from './language.js';

/** English: with those who buy from us, and with partners. */
export const customerStepsEn = {
  kickOff: [
    [
      'Kick-off',
      'With {first}, {other} and our service manager. Access cards, keys, safety rules and contacts agreed. First visit {date}.',
    ],
  ],
  firstWeek: [
    [
      'After the first week',
      'Two remarks: kitchen bins and the meeting room on the second floor. Mended at once, {first} is happy.',
    ],
  ],
  howGoing: [
    ['How is it going', 'All well, the {p} works. {first} praised the staff by name; passed on to the team.'],
    [
      'Customer call',
      'Small wishes: the supply cupboard should be filled more often. Headcount grows {month}.',
    ],
    ['Call', 'Asked about extra visits in the summer. Another unit in {town} is looking for a supplier.'],
  ],
  qualityRound: [
    [
      'Quality round',
      'Round with {first}. Score 4.{n1} / 5. To improve: joints in the staff rooms. Good: lobby and meeting rooms.',
    ],
    ['Quarterly round', 'Result above target. Two items on the list, done by {date}.'],
  ],
  qualityMail: [
    [
      'Summary of the quality round',
      'Hi {first},\n\nthank you for the round. The minutes are attached: 4.{n1} / 5 overall, two actions with owner and deadline.\n\nNext round {month}.\n\nBest regards\n{me}',
    ],
  ],
  complaintMail: [
    [
      'Complaint',
      'Hi,\n\nthe {p} has fallen short two weeks in a row: the second floor was not done at all {day}. How will you make sure it does not happen again?\n\n{first}',
    ],
  ],
  complaintCall: [
    [
      'Complaint by phone',
      'Not pleased: the {p} was missed. I apologised and promised an explanation within a day. The service manager visits {day}.',
    ],
  ],
  complaintReply: [
    [
      '',
      'Hi {first},\n\nour apologies. The stand-in had not been inducted properly. A named person now covers the site, and we credit the week on the next invoice.\n\nBest regards\n{me}',
    ],
  ],
  fixVisit: [
    [
      'Visit to put it right',
      'On site with the service manager. Mended, {first} signed off. Watching it for two weeks.',
    ],
  ],
  invoiceQuestion: [
    [
      'Invoice',
      'Hi,\n\nthe latest invoice has extra work that we do not recognise (€{price}). Could you check?\n\nRegards, {first}',
    ],
    [
      'Purchase order number',
      'Hi,\n\nfrom now on we need the order number on every invoice, or they bounce. Thanks!\n\n{first}',
    ],
  ],
  invoiceAnswer: [
    [
      '',
      'Hi {first},\n\nthat is the extra work ordered by phone last month. The work order is attached; if anything is wrong we credit it.\n\nBest regards\n{me}',
    ],
  ],
  upsellCall: [
    [
      'More services',
      'Brought up {p}. Interested if the monthly price rises by ten percent at most. Sending a calculation.',
    ],
  ],
  renewalMail: [
    [
      'Your contract',
      'Hi {first},\n\nyour contract runs out {month}. I suggest two more years on the same terms; the price follows the service index only.\n\nShall we talk {day}?\n\nBest regards\n{me}',
    ],
  ],
  renewalMeeting: [
    [
      'Yearly review',
      'Quality 4.{n1}, two complaints, both settled. They want to go on. Wish: a monthly report by e-mail.',
    ],
  ],
  renewedMail: [['', 'Hi {meFirst},\n\nlet us go on as proposed. {other} signs.\n\n{first}']],
  terminationMail: [
    [
      'Notice',
      'Hi,\n\nwe end the contract {month}, as the group has one supplier from then on. Thank you for the good work.\n\nRegards, {first}',
    ],
  ],
  endingCall: [
    ['Closing call', 'Called and thanked. Reason: group contract ({rival}). Keys come back on the last day.'],
  ],
  personChange: [['New contact person', '{other} takes over. {first} moves to another job in the house.']],
  internalNote: [
    [
      'Background',
      'Turnover has grown two years in a row, new premises planned. A good time to widen the contract.',
    ],
    ['Note', 'Reports in English, invoices to the Nordic service centre. Nothing below €{price}.'],
  ],
  chatQuestion: [
    [
      'Chat on the website',
      'Customer: Can we move the visits in midsummer week?\nUs: Yes, just tell us the Friday before.\nCustomer: Great, Thursday then.',
    ],
  ],
  partnerMeeting: [
    [
      'Partner meeting',
      'Went through shared sites and subcontractor quality. {P} through them at {n} sites.',
    ],
  ],
  partnerMail: [
    [
      'A shared site',
      'Hi {meFirst},\n\nwe have a client who could use {p}. May I pass on your details?\n\nRegards, {first}',
    ],
  ],
  partnerCall: [['Partner call', 'Agreed stand-ins for the summer. One invoice at the end of the month.']],
} satisfies Partial<Phrasebook['steps']>;
