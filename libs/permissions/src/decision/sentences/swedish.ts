import { capitalised, inBrackets, type Sentences } from './parts.js';

export const swedish: Sentences = {
  erased: ({ day }) => `Personens uppgifter har raderats${inBrackets(day)}.`,
  restricted: ({ day }) =>
    `Behandlingen av personens uppgifter är begränsad${day === null ? '' : ` sedan ${day}`}.`,
  objected: ({ object, by, day }) => `Personen har förbjudit ${object}${by}${inBrackets(day)}.`,
  company_objected: ({ object, by, day }) =>
    `Företaget har förbjudit ${object}${by}${inBrackets(day)}. Förbudet gäller alla dess kontaktpersoner.`,
  suppressed: ({ day }) =>
    `Adressen eller numret är spärrat${inBrackets(day)}: innehavaren har förbjudit kontakt eller bett att få sina uppgifter raderade.`,
  purpose_off: ({ name }) => `${capitalised(name)} är inte i bruk.`,
  basis_missing: ({ name }) => `Rättslig grund saknas: ${name}.`,
  consent_missing: ({ name, by }) => `Samtycke saknas: ${name}${by}.`,
  consent_unconfirmed: ({ name, by, day }) =>
    `Samtycket har inte bekräftats: ${name}${by}${inBrackets(day, 'gavs ')}.`,
  consent_withdrawn: ({ name, by, day }) =>
    `Personen har återkallat sitt samtycke${inBrackets(day)}: ${name}${by}.`,
  role_unknown: () =>
    'Varken titel eller ansvarsområde är känt, så meddelandet kan inte kopplas till personens arbete.',
  outside_role: () => 'Meddelandets ämne hör inte till personens ansvarsområde.',
  notice_overdue: ({ day }) =>
    `Personen skulle ha fått dataskyddsinformationen ${day === null ? 'tidigare' : `senast ${day}`}. Ge den först.`,
  undeliverable: ({ day }) => `E-post når inte fram till adressen${inBrackets(day, 'konstaterat ')}.`,
  no_address: ({ channel }) =>
    channel === 'email'
      ? 'E-postadress saknas.'
      : channel === 'post'
        ? 'Företagets postadress saknas.'
        : 'Telefonnummer saknas.',
  service: ({ name, by }) => `Tillåtet: ${name}${by}. Det är inte marknadsföring.`,
  legal_person: ({ name }) =>
    `Tillåtet tills företaget förbjuder det: ${name} till företagets gemensamma adress.`,
  job_role: ({ name }) =>
    `Tillåtet: ${name} till arbetsadressen, när meddelandet gäller personens arbetsuppgifter.`,
  consent: ({ name, by, day }) =>
    `Tillåtet: personen har gett sitt samtycke${inBrackets(day)}: ${name}${by}.`,
  existing_customer: ({ name, by, day }) =>
    `Tillåtet: ${name}${by} till en kund som vid köpet fick möjlighet att förbjuda det${inBrackets(day)}.`,
  legitimate_interest: ({ name, by }) => `Tillåtet tills personen förbjuder det: ${name}${by}.`,
};
