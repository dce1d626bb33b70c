import { randomInt } from 'node:crypto';

/** Without letters and digits that are taken for each other, also on the phone. */
const letters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** Random letters and digits that people can read out, 5 bits each. */
export const randomLetters = (count: number): string =>
  Array.from({ length: count }, () => letters[randomInt(letters.length)]).join('');
