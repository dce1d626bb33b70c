import type { Phrasebook } from './language.js';
import { customerStepsEn } from './en-customers.js';
import { salesStepsEn } from './en-sales.js';

export const en: Phrasebook = {
  products: [
    ['daily cleaning'],
    ['window cleaning'],
    ['property maintenance'],
    ['winter maintenance'],
    ['reception service'],
    ['coffee service'],
    ['mat service'],
    ['energy audit'],
    ['washroom service'],
    ['grounds care'],
  ],
  months: [
    'in January', 'in February', 'in March', 'in April', 'in May', 'in June',
    'in July', 'in August', 'in September', 'in October', 'in November', 'in December',
  ], // prettier-ignore
  weekdays: ['on Monday', 'on Tuesday', 'on Wednesday', 'on Thursday', 'on Friday'],
  reply: 'RE: ',
  someone: 'a colleague',
  next: [
    'Will get back to them {day}.',
    'Agreed to call again on {date}.',
    'Next step: offer by {date}.',
    'Sending a summary by e-mail today.',
    'No hurry on their side, next contact {month}.',
    'Asked for material by e-mail.',
    '{other} will join the next call.',
  ],
  steps: { ...salesStepsEn, ...customerStepsEn },
};
