import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { Mention } from '../mention.js';

/** A number in its two parts; the national one without a leading zero. */
interface Phone {
  country: string;
  national: string;
}

function phoneOf(text: string): Phone | null {
  const number = parsePhoneNumberFromString(text.replace(/^\s*00(?=[1-9])/, '+'), 'FI');
  if (number)
    return { country: number.countryCallingCode, national: number.nationalNumber.replace(/^0+/, '') };
  const digits = text.replace(/\D/g, '').replace(/^0+/, '');
  return digits.length >= 6 ? { country: '358', national: digits } : null;
}

const between = '(?:[\\s\\u00a0\\u202f.()/–‑-]|&nbsp;){0,3}';
const ahead = (country: string): RegExp =>
  new RegExp(
    `(?:(?<![0-9])(?:\\+|00)?${spaced(country)}${between}(?:\\(?0\\)?${between})?|(?<![0-9])\\(?0${between})$`,
  );

const spaced = (digits: string): string => Array.from(digits).join(between);

/** `FI21 1234 5600 0007 85` and the like: digits in groups that are no phone number. */
const account = /\b[A-Z]{2}[0-9]{2}(?:[ \u00a0]?[0-9A-Z]{4}){2,7}/g;

/** Recognises phone numbers however they are grouped, but not within a longer row of digits. */
export class PhoneSearch {
  /** The last digits of each number: what the digits of a text hold if the number is in it. */
  readonly tails: string[];
  private readonly numbers: { core: RegExp; ahead: RegExp }[];

  constructor(phones: string[]) {
    const known = phones
      .map(phoneOf)
      .filter((phone) => phone !== null && phone.national.length >= 5) as Phone[];
    this.tails = [...new Set(known.map(({ national }) => national.slice(-7)))];
    this.numbers = known.map(({ country, national }) => ({
      core: new RegExp(`${spaced(national)}(?![0-9])`, 'g'),
      ahead: ahead(country),
    }));
  }

  find(text: string): Mention[] {
    const found = this.numbers.flatMap(({ core, ahead }) =>
      Array.from(text.matchAll(core), (match): Mention | null => {
        const before = ahead.exec(text.slice(Math.max(0, match.index - 24), match.index))?.[0];
        if (
          before === undefined &&
          (match[0].length < 7 || /[0-9][ \u00a0./-]?$/.test(text.slice(0, match.index).slice(-2)))
        )
          return null;
        const [start, end] = [match.index - (before?.length ?? 0), match.index + match[0].length];
        if (/^[./-]?[0-9]{2}/.test(text.slice(end, end + 3))) return null;
        return { start, end, kind: 'phone', certainty: before === undefined ? 'doubtful' : 'sure' };
      }).filter((mention) => mention !== null),
    );
    if (found.length === 0) return found;
    const accounts = Array.from(
      text.matchAll(account),
      ({ index, 0: raw }) => [index, index + raw.length] as const,
    );
    return found.filter(({ start, end }) => !accounts.some(([from, to]) => start >= from && end <= to));
  }
}
