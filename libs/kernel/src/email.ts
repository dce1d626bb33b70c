import isEmailAddress from 'validator/lib/isEmail.js';

/** An e-mail address the way we store and compare it: without surrounding space, in lower case, Unicode NFC. */
export const normaliseEmail = (value: string): string => value.trim().normalize('NFC').toLowerCase();

/** Is it an e-mail address that mail can be sent to (at most 254 characters; names and domains with å, ä, ö included)? */
export const isEmail = (value: unknown): value is string =>
  typeof value === 'string' && !/\p{Surrogate}/u.test(value) && isEmailAddress.default(normaliseEmail(value));
