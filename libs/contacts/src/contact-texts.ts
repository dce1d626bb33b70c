import type { Language } from '@seloste/kernel';

/** Headings of the CSV file. */
export const contactHeadings = {
  fi: {
    file: 'henkilot',
    firstName: 'Etunimi',
    lastName: 'Sukunimi',
    company: 'Yritys',
    title: 'Tehtävänimike',
    areaOfResponsibility: 'Vastuualue',
    email: 'Sähköposti',
    phone: 'Puhelin',
    language: 'Kieli',
    owner: 'Vastuuhenkilö',
    lastInteraction: 'Viimeksi yhteydessä',
  },
  sv: {
    file: 'personer',
    firstName: 'Förnamn',
    lastName: 'Efternamn',
    company: 'Företag',
    title: 'Titel',
    areaOfResponsibility: 'Ansvarsområde',
    email: 'E-post',
    phone: 'Telefon',
    language: 'Språk',
    owner: 'Ansvarig',
    lastInteraction: 'Senaste kontakt',
  },
  en: {
    file: 'people',
    firstName: 'First name',
    lastName: 'Last name',
    company: 'Company',
    title: 'Job title',
    areaOfResponsibility: 'Area of responsibility',
    email: 'Email',
    phone: 'Phone',
    language: 'Language',
    owner: 'Owner',
    lastInteraction: 'Last contact',
  },
} satisfies Record<Language, Record<string, string>>;
