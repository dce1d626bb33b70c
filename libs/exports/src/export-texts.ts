import type { Language } from '@seloste/kernel';

interface AuditHeadings {
  file: string;
  occurredAt: string;
  actor: string;
  token: string;
  action: string;
  subjectType: string;
  subjectId: string;
  fields: string;
  shown: string;
}

export const auditHeadings: Record<Language, AuditHeadings> = {
  fi: {
    file: 'tapahtumaloki',
    occurredAt: 'Aika (UTC)',
    actor: 'Tekijä',
    token: 'API-avain',
    action: 'Tapahtuma',
    subjectType: 'Kohde',
    subjectId: 'Kohteen tunnus',
    fields: 'Kentät',
    shown: 'Näytettyjä henkilöitä',
  },
  sv: {
    file: 'handelselogg',
    occurredAt: 'Tid (UTC)',
    actor: 'Utförd av',
    token: 'API-nyckel',
    action: 'Händelse',
    subjectType: 'Objekt',
    subjectId: 'Objektets id',
    fields: 'Fält',
    shown: 'Visade personer',
  },
  en: {
    file: 'audit-log',
    occurredAt: 'Time (UTC)',
    actor: 'Done by',
    token: 'API token',
    action: 'Event',
    subjectType: 'Subject',
    subjectId: 'Subject id',
    fields: 'Fields',
    shown: 'People shown',
  },
};

/** What every row says of the file that it belongs to. */
export interface Watermark {
  name: string;
  /** Days as `YYYY-MM-DD`. */
  madeOn: string;
  expiresOn: string;
  exportId: string;
  purpose: string;
}

export const watermarkHeading: Record<Language, string> = { fi: 'Vienti', sv: 'Export', en: 'Export' };

/** The watermark in words: who made the file, when, for what, and until when it may be kept. */
export const watermarkText: Record<Language, (mark: Watermark) => string> = {
  fi: ({ name, madeOn, expiresOn, exportId, purpose }) =>
    `${name} vei ${madeOn}, tarkoitus: ${purpose}, hävitettävä ${expiresOn} mennessä (${exportId})`,
  sv: ({ name, madeOn, expiresOn, exportId, purpose }) =>
    `Exporterad av ${name} ${madeOn}, ändamål: ${purpose}, ska förstöras senast ${expiresOn} (${exportId})`,
  en: ({ name, madeOn, expiresOn, exportId, purpose }) =>
    `Exported by ${name} on ${madeOn} for: ${purpose}; destroy by ${expiresOn} (${exportId})`,
};

/** Headings of lists for contacting people. */
export const listHeadings = {
  fi: {
    firstName: 'Etunimi',
    lastName: 'Sukunimi',
    title: 'Tehtävänimike',
    company: 'Yritys',
    email: 'Sähköposti',
    phone: 'Puhelin',
    street: 'Katuosoite',
    postalCode: 'Postinumero',
    city: 'Postitoimipaikka',
    country: 'Maa',
    language: 'Kieli',
    line: 'Rivi',
  },
  sv: {
    firstName: 'Förnamn',
    lastName: 'Efternamn',
    title: 'Titel',
    company: 'Företag',
    email: 'E-post',
    phone: 'Telefon',
    street: 'Gatuadress',
    postalCode: 'Postnummer',
    city: 'Postort',
    country: 'Land',
    language: 'Språk',
    line: 'Rad',
  },
  en: {
    firstName: 'First name',
    lastName: 'Last name',
    title: 'Job title',
    company: 'Company',
    email: 'Email',
    phone: 'Phone',
    street: 'Street',
    postalCode: 'Postal code',
    city: 'City',
    country: 'Country',
    language: 'Language',
    line: 'Line',
  },
} satisfies Record<Language, Record<string, string>>;
