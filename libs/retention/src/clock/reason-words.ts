import type { Language } from '@seloste/kernel';
import type { RetentionStart } from '../rules/retention-vocabulary.js';
import type { PartCategory } from './clock-parts.js';
import type { ThingClock } from './reason-of.js';

/** A phrase around a day, or around another phrase. */
type Phrase = (said: string) => string;

interface ReasonWords {
  starts: Record<RetentionStart, Phrase>;
  things: Record<ThingClock['what'], Phrase>;
  /** Of an open-ended ground, by its key; `start` is one of `starts`. */
  kept: Record<string, Phrase>;
  keptOtherwise: Phrase;
  reviewed: Phrase;
  erased: (day: string, why: string) => string;
  erasedAtOnce: (day: string, why: string) => string;
  /** Of a rule that has somebody decide on the day. */
  decided: (day: string, why: string) => string;
  deleted: (day: string, why: string) => string;
  redacted: (day: string, why: string) => string;
  /** Of what can go before its person does, the name in the middle of a sentence. */
  parts: Record<PartCategory, string>;
  /** The parts as they begin a sentence: go on a day, and why. */
  partGoes: (parts: string, day: string, why: string) => string;
  /** The same, where somebody decides about it on the day. */
  partDecided: (parts: string, day: string, why: string) => string;
  unneeded: string;
  units: Record<'years' | 'months' | 'weeks' | 'days', [one: string, many: string]>;
  and: string;
  atOnce: string;
}

const fi: ReasonWords = {
  starts: {
    customer_since: (day) => `asiakassuhteessa ${day} alkaen`,
    consented: (day) => `markkinointilupa annettu ${day}`,
    relationship_ended: (day) => `asiakassuhde päättyi ${day}`,
    lead_lost: (day) => `myyntiprosessi päättyi kauppaan johtamatta ${day}`,
    last_contact: (day) => `henkilö oli viimeksi yhteydessä ${day}`,
    collected: (day) => `tiedot saatu ${day}`,
    consent_withdrawn: (day) => `suostumus peruttu ${day}`,
    objected: (day) => `henkilö vastusti tietojensa käyttöä ${day}`,
    extended: (day) => `säilytysaikaa jatkettu kirjatulla perusteella ${day}`,
  },
  things: {
    call: (day) => `puhelu ${day}`,
    email: (day) => `sähköposti ${day}`,
    meeting: (day) => `tapaaminen ${day}`,
    note: (day) => `muistiinpano ${day}`,
    chat: (day) => `chat-keskustelu ${day}`,
    form: (day) => `lomake lähetetty ${day}`,
    visit: (day) => `käynti ${day}`,
    import: (day) => `tuonti ${day}`,
    export: (day) => `viennille asetettu määräaika ${day}`,
    attachment: (day) => `liite lisätty ${day}`,
  },
  kept: {
    customers: (start) => `Säilytetään asiakassuhteen ajan: ${start}.`,
    marketing_contacts: (start) => `Säilytetään, kunnes henkilö peruu markkinointiluvan: ${start}.`,
    form_senders: (start) => `Säilytetään, kunnes henkilö kieltää sen tai pyytää poistamista: ${start}.`,
    chats: (start) => `Säilytetään, kunnes henkilö kieltää sen tai pyytää poistamista: ${start}.`,
  },
  keptOtherwise: (start) => `Säilytetään toistaiseksi: ${start}.`,
  reviewed: (day) => `Tarve arvioidaan viimeistään ${day}.`,
  erased: (day, why) => `Poistetaan ${day}: ${why}`,
  erasedAtOnce: (day, why) => `Poistetaan heti (${day}): ${why}`,
  decided: (day, why) => `Poistamisesta päätetään ${day}: ${why}`,
  deleted: (day, why) => `Poistetaan ${day}: ${why}`,
  redacted: (day, why) => `Sisältö poistetaan ${day}: ${why}`,
  parts: {
    communication: 'muistiinpanot ja yhteydenpidon sisältö',
    contact_details: 'yhteystiedot',
    preferences: 'kieli ja kiinnostuksen kohteet',
    work_role: 'tehtävätiedot',
  },
  partGoes: (parts, day, why) => `${parts} poistetaan ${day}: ${why}`,
  partDecided: (parts, day, why) => `${parts}: poistamisesta päätetään ${day}, ${why}`,
  unneeded: 'mikään peruste ei enää edellytä niitä',
  units: {
    years: ['vuosi', 'vuotta'],
    months: ['kuukausi', 'kuukautta'],
    weeks: ['viikko', 'viikkoa'],
    days: ['päivä', 'päivää'],
  },
  and: ' ja ',
  atOnce: 'heti',
};

const sv: ReasonWords = {
  starts: {
    customer_since: (day) => `kundrelation sedan ${day}`,
    consented: (day) => `marknadsföringssamtycke gavs ${day}`,
    relationship_ended: (day) => `kundrelationen upphörde ${day}`,
    lead_lost: (day) => `säljprocessen avslutades utan affär ${day}`,
    last_contact: (day) => `personen var senast i kontakt ${day}`,
    collected: (day) => `uppgifterna erhölls ${day}`,
    consent_withdrawn: (day) => `samtycket återkallades ${day}`,
    objected: (day) => `personen motsatte sig behandlingen ${day}`,
    extended: (day) => `lagringstiden förlängdes på dokumenterad grund ${day}`,
  },
  things: {
    call: (day) => `samtal ${day}`,
    email: (day) => `e-post ${day}`,
    meeting: (day) => `möte ${day}`,
    note: (day) => `anteckning ${day}`,
    chat: (day) => `chatt ${day}`,
    form: (day) => `formulär skickat ${day}`,
    visit: (day) => `besök ${day}`,
    import: (day) => `import ${day}`,
    export: (day) => `exportens angivna slutdag ${day}`,
    attachment: (day) => `bilaga tillagd ${day}`,
  },
  kept: {
    customers: (start) => `Sparas så länge kundrelationen varar: ${start}.`,
    marketing_contacts: (start) =>
      `Sparas tills personen återkallar sitt samtycke till marknadsföring: ${start}.`,
    form_senders: (start) => `Sparas tills personen motsätter sig det eller ber om radering: ${start}.`,
    chats: (start) => `Sparas tills personen motsätter sig det eller ber om radering: ${start}.`,
  },
  keptOtherwise: (start) => `Sparas tills vidare: ${start}.`,
  reviewed: (day) => `Behovet omprövas senast ${day}.`,
  erased: (day, why) => `Raderas ${day}: ${why}`,
  erasedAtOnce: (day, why) => `Raderas genast (${day}): ${why}`,
  decided: (day, why) => `Beslut om radering fattas ${day}: ${why}`,
  deleted: (day, why) => `Raderas ${day}: ${why}`,
  redacted: (day, why) => `Innehållet raderas ${day}: ${why}`,
  parts: {
    communication: 'anteckningar och innehållet i kontakterna',
    contact_details: 'kontaktuppgifter',
    preferences: 'språk och intressen',
    work_role: 'uppgifter om arbetsrollen',
  },
  partGoes: (parts, day, why) => `${parts} raderas ${day}: ${why}`,
  partDecided: (parts, day, why) => `${parts}: beslut om radering fattas ${day}, ${why}`,
  unneeded: 'ingen grund kräver dem längre',
  units: {
    years: ['år', 'år'],
    months: ['månad', 'månader'],
    weeks: ['vecka', 'veckor'],
    days: ['dag', 'dagar'],
  },
  and: ' och ',
  atOnce: 'genast',
};

const en: ReasonWords = {
  starts: {
    customer_since: (day) => `customer relationship since ${day}`,
    consented: (day) => `marketing consent given ${day}`,
    relationship_ended: (day) => `customer relationship ended ${day}`,
    lead_lost: (day) => `sales process ended without a deal ${day}`,
    last_contact: (day) => `the person was last in touch ${day}`,
    collected: (day) => `data received ${day}`,
    consent_withdrawn: (day) => `consent withdrawn ${day}`,
    objected: (day) => `the person objected ${day}`,
    extended: (day) => `kept longer on a recorded ground since ${day}`,
  },
  things: {
    call: (day) => `call on ${day}`,
    email: (day) => `email of ${day}`,
    meeting: (day) => `meeting on ${day}`,
    note: (day) => `note of ${day}`,
    chat: (day) => `chat on ${day}`,
    form: (day) => `form sent ${day}`,
    visit: (day) => `visit on ${day}`,
    import: (day) => `import of ${day}`,
    export: (day) => `end set for the export ${day}`,
    attachment: (day) => `attachment added ${day}`,
  },
  kept: {
    customers: (start) => `Kept as long as the customer relationship lasts: ${start}.`,
    marketing_contacts: (start) => `Kept until the person withdraws the marketing consent: ${start}.`,
    form_senders: (start) => `Kept until the person opts out or asks to be erased: ${start}.`,
    chats: (start) => `Kept until the person opts out or asks to be erased: ${start}.`,
  },
  keptOtherwise: (start) => `Kept until further notice: ${start}.`,
  reviewed: (day) => `The need is reviewed by ${day}.`,
  erased: (day, why) => `Erased on ${day}: ${why}`,
  erasedAtOnce: (day, why) => `Erased at once (${day}): ${why}`,
  decided: (day, why) => `Whether to erase is decided on ${day}: ${why}`,
  deleted: (day, why) => `Deleted on ${day}: ${why}`,
  redacted: (day, why) => `Contents deleted on ${day}: ${why}`,
  parts: {
    communication: 'notes and what was said',
    contact_details: 'contact details',
    preferences: 'language and interests',
    work_role: 'details of the role at work',
  },
  partGoes: (parts, day, why) => `${parts} are erased on ${day}: ${why}`,
  partDecided: (parts, day, why) => `${parts}: whether to erase is decided on ${day}, ${why}`,
  unneeded: 'no ground needs them any longer',
  units: {
    years: ['year', 'years'],
    months: ['month', 'months'],
    weeks: ['week', 'weeks'],
    days: ['day', 'days'],
  },
  and: ' and ',
  atOnce: 'at once',
};

export const reasonWords: Record<Language, ReasonWords> = { fi, sv, en };
