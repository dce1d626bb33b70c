import { InvalidInput } from '@seloste/kernel';

/** Length is what makes a password strong; there are no rules of composition (NIST SP 800-63B-4, 3.1.1.2). */
export const shortestPassword = 12;
export const longestPassword = 200;

/** The same password typed on another keyboard or system is the same (å as one character or as two). */
export const normalisePassword = (password: string): string => password.normalize('NFKC');

/** `abcabcabcabc`: at most four characters again and again. */
const isRepetition = (text: string): boolean => /^(.{1,4})\1+.{0,3}$/u.test(text);

/** `123456789012`, `abcdefghijkl` and the like, up or down. */
function isSequence(text: string): boolean {
  const codes = [...text].map((character) => character.codePointAt(0) ?? 0);
  const steps = new Set(codes.slice(1).map((code, i) => code - (codes[i] ?? 0)));
  return steps.size === 1 && (steps.has(1) || steps.has(-1));
}

/** Without the digits and signs that people put around a word. */
const stemOf = (text: string): string => text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');

/**
 * Can the password be guessed from public lists, or from what is known of its owner (`about`: name, e-mail address)?
 * @throws InvalidInput on `field` with the code `common_password` or `personal_password`.
 */
export async function assertPasswordIsNotGuessable(
  password: string,
  about: string[],
  field: string,
): Promise<void> {
  const lower = normalisePassword(password).toLowerCase();
  if (isRepetition(lower) || isSequence(lower) || (await isCommon(lower)))
    throw InvalidInput.of(field, 'common_password', 'is one of the passwords that are tried first');
  const known = about.flatMap((text) => [text, text.replace(/@.*$/, '')]).map((text) => text.toLowerCase());
  if (known.some((text) => text === lower || text === stemOf(lower)))
    throw InvalidInput.of(field, 'personal_password', 'must not be your own name or address');
}

async function isCommon(lower: string): Promise<boolean> {
  // Loaded when the first password is set: the list takes some megabytes.
  const { dictionary } = await import('@zxcvbn-ts/language-common');
  const common = dictionary['passwords-common'];
  return common.includes(lower) || common.includes(stemOf(lower));
}
