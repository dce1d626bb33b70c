import type { Phrasebook } from './language.js';
import { customerStepsSv } from './sv-customers.js';
import { salesStepsSv } from './sv-sales.js';

export const sv: Phrasebook = {
  products: [
    ['lokalvård', 'lokalvården'],
    ['fönsterputs', 'fönsterputsen'],
    ['fastighetsskötsel', 'fastighetsskötseln'],
    ['vinterunderhåll', 'vinterunderhållet'],
    ['receptionsservice', 'receptionsservicen'],
    ['kaffeservice', 'kaffeservicen'],
    ['mattservice', 'mattservicen'],
    ['energikartläggning', 'energikartläggningen'],
    ['hygienservice', 'hygienservicen'],
    ['grönyteskötsel', 'grönyteskötseln'],
  ],
  months: [
    'i januari', 'i februari', 'i mars', 'i april', 'i maj', 'i juni',
    'i juli', 'i augusti', 'i september', 'i oktober', 'i november', 'i december',
  ], // prettier-ignore
  weekdays: ['på måndag', 'på tisdag', 'på onsdag', 'på torsdag', 'på fredag'],
  reply: 'SV: ',
  someone: 'en kollega',
  next: [
    'Återkommer {day}.',
    'Vi kom överens om att jag ringer igen {date}.',
    'Nästa steg: offert senast {date}.',
    'Skickar en sammanfattning per e-post ännu i dag.',
    'Skickar kalenderinbjudan {day}.',
    'Ingen brådska från deras sida, ny kontakt {month}.',
    'Bad om material per e-post.',
    'Till nästa diskussion kommer även {other} med.',
  ],
  steps: { ...salesStepsSv, ...customerStepsSv },
};
