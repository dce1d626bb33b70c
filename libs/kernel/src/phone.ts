import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** The number in E.164 (`+358401234567`); null when it cannot be one. A number without a country code is a Finnish one. */
export function normalisePhone(text: string): string | null {
  const number = parsePhoneNumberFromString(text.replace(/^\s*00(?=[1-9])/, '+'), 'FI');
  return number?.isValid() && !number.ext ? number.number : null;
}

/** How a Finnish reader writes it: national form for Finnish numbers, international for others. */
export function displayPhone(e164: string): string {
  const number = parsePhoneNumberFromString(e164);
  if (!number) return e164;
  return number.countryCallingCode === '358' ? number.formatNational() : number.formatInternational();
}
