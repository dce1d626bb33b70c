import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

const shown = new Map<string, string>();

/** `+358401234567` → `040 123 4567` (Finnish numbers nationally, others internationally); what cannot be read is shown as it is. */
export function formatPhone(number: string): string {
  const known = shown.get(number);
  if (known !== undefined) return known;
  const parsed = parsePhoneNumberFromString(number, 'FI');
  const text = !parsed
    ? number
    : parsed.countryCallingCode === '358'
      ? inThrees(parsed.formatNational())
      : parsed.formatInternational();
  shown.set(number, text);
  return text;
}

/** `040 1234567` → `040 123 4567`: the subscriber's digits in threes, the last group of two to four. */
function inThrees(national: string): string {
  const [area, subscriber, ...rest] = national.split(' ');
  if (!area || !subscriber || rest.length > 0) return national;
  const groups = subscriber.match(/\d{3}(?=\d{2,})|\d+/g);
  return [area, ...(groups ?? [subscriber])].join(' ');
}

/** What somebody typed → E.164, read as Finnish when no country code is given; null when it is no possible number. */
export function normalisePhone(typed: string): string | null {
  const parsed = parsePhoneNumberFromString(typed, 'FI');
  return parsed?.isPossible() ? parsed.number : null;
}
