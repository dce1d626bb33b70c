import type { Language } from '@seloste/kernel';

/** The words of what is told besides the data (GDPR Art. 15(1)). */
export interface CoverWords {
  title: string;
  who: string;
  why: string;
  whence: string;
  recipients: string;
  viewers: string;
  until: string;
  rights: string;
  rightsLines: string[];
  automated: string;
  automatedNone: string;
  none: string;
  purposes: Record<string, string>;
  bases: Record<string, string>;
  sources: Record<string, string>;
  roles: Record<string, string>;
}

export const coverWords: Record<Language, CoverWords> = {
  fi: {
    title: 'Sinua koskevat tiedot',
    who: 'Kuka tietojasi käsittelee',
    why: 'Miksi ja millä perusteella',
    whence: 'Mistä tiedot on saatu',
    recipients: 'Kenelle tietoja on luovutettu',
    viewers: 'Ketkä ovat käsitelleet tietojasi tehtävän mukaan (käsittelykertoja)',
    until: 'Kuinka kauan tietoja säilytetään',
    rights: 'Oikeutesi',
    rightsLines: [
      'Voit pyytää tietojesi oikaisemista, poistamista ja käsittelyn rajoittamista, vastustaa käsittelyä ja siirtää antamasi tiedot muualle.',
      'Antamasi suostumuksen voit peruuttaa milloin tahansa.',
      'Voit valittaa tietosuojavaltuutetulle: Tietosuojavaltuutetun toimisto, PL 800, 00531 Helsinki, tietosuoja@om.fi, tietosuoja.fi.',
    ],
    automated: 'Automaattiset päätökset',
    automatedNone: 'Sinusta ei tehdä päätöksiä pelkästään automaattisesti.',
    none: 'Ei merkintöjä.',
    purposes: {
      service: 'Palvelu ja sopimus',
      direct_marketing: 'Suoramarkkinointi',
      newsletter: 'Uutiskirjeet',
      survey: 'Kyselyt',
      profiling_marketing: 'Profilointi markkinointia varten',
      profiling_sales: 'Profilointi myyntiä varten',
      profiling_support: 'Profilointi asiakastukea varten',
    },
    bases: {
      consent: 'suostumus',
      contract: 'sopimus',
      legal_obligation: 'lakisääteinen velvoite',
      vital_interests: 'elintärkeä etu',
      public_task: 'yleinen etu',
      legitimate_interest: 'oikeutettu etu',
    },
    sources: {
      person: 'Sinä itse',
      company: 'Yritys',
      form: 'Lomake',
      website: 'Verkkosivut',
      public_register: 'Julkinen rekisteri',
      bought_list: 'Ostettu rekisteri',
      event: 'Tapahtuma',
      referral: 'Suosittelu',
      import: 'Tuonti',
      other: 'Muu',
    },
    roles: {
      admin: 'Pääkäyttäjä',
      privacy_officer: 'Tietosuojavastaava',
      sales_manager: 'Myyntipäällikkö',
      salesperson: 'Myyjä',
      marketer: 'Markkinoija',
      support: 'Asiakastuki',
      auditor: 'Tarkastaja',
      technician: 'Tekninen ylläpitäjä',
    },
  },
  sv: {
    title: 'Uppgifter om dig',
    who: 'Vem som behandlar dina uppgifter',
    why: 'Varför och på vilken grund',
    whence: 'Varifrån uppgifterna kommer',
    recipients: 'Till vem uppgifter har lämnats ut',
    viewers: 'Vilka som har behandlat dina uppgifter, efter uppgift (antal gånger)',
    until: 'Hur länge uppgifterna bevaras',
    rights: 'Dina rättigheter',
    rightsLines: [
      'Du kan begära att dina uppgifter rättas eller raderas och att behandlingen begränsas, invända mot behandlingen och flytta de uppgifter som du har lämnat.',
      'Ett samtycke kan du återkalla när som helst.',
      'Du kan klaga hos dataombudsmannen: Dataombudsmannens byrå, PB 800, 00531 Helsingfors, tietosuoja@om.fi, tietosuoja.fi.',
    ],
    automated: 'Automatiska beslut',
    automatedNone: 'Inga beslut om dig fattas enbart automatiskt.',
    none: 'Inga anteckningar.',
    purposes: {
      service: 'Tjänst och avtal',
      direct_marketing: 'Direktmarknadsföring',
      newsletter: 'Nyhetsbrev',
      survey: 'Enkäter',
      profiling_marketing: 'Profilering för marknadsföring',
      profiling_sales: 'Profilering för försäljning',
      profiling_support: 'Profilering för kundstöd',
    },
    bases: {
      consent: 'samtycke',
      contract: 'avtal',
      legal_obligation: 'rättslig förpliktelse',
      vital_interests: 'grundläggande intresse',
      public_task: 'allmänt intresse',
      legitimate_interest: 'berättigat intresse',
    },
    sources: {
      person: 'Du själv',
      company: 'Företaget',
      form: 'Formulär',
      website: 'Webbplats',
      public_register: 'Offentligt register',
      bought_list: 'Köpt register',
      event: 'Evenemang',
      referral: 'Rekommendation',
      import: 'Import',
      other: 'Annat',
    },
    roles: {
      admin: 'Administratör',
      privacy_officer: 'Dataskyddsombud',
      sales_manager: 'Försäljningschef',
      salesperson: 'Säljare',
      marketer: 'Marknadsförare',
      support: 'Kundstöd',
      auditor: 'Granskare',
      technician: 'Tekniskt underhåll',
    },
  },
  en: {
    title: 'Your data',
    who: 'Who processes your data',
    why: 'Why, and on what legal basis',
    whence: 'Where the data came from',
    recipients: 'Who has received data',
    viewers: 'Who has worked with your data, by role (number of times)',
    until: 'How long the data is kept',
    rights: 'Your rights',
    rightsLines: [
      'You may ask us to correct or erase your data or to restrict its processing, object to the processing, and take the data that you gave elsewhere.',
      'A consent can be withdrawn at any time.',
      'You may complain to the Data Protection Ombudsman: PO Box 800, FI-00531 Helsinki, tietosuoja@om.fi, tietosuoja.fi.',
    ],
    automated: 'Automated decisions',
    automatedNone: 'No decisions about you are made by automated means alone.',
    none: 'Nothing on record.',
    purposes: {
      service: 'Service and contract',
      direct_marketing: 'Direct marketing',
      newsletter: 'Newsletters',
      survey: 'Surveys',
      profiling_marketing: 'Profiling for marketing',
      profiling_sales: 'Profiling for sales',
      profiling_support: 'Profiling for customer support',
    },
    bases: {
      consent: 'consent',
      contract: 'contract',
      legal_obligation: 'legal obligation',
      vital_interests: 'vital interests',
      public_task: 'public interest',
      legitimate_interest: 'legitimate interest',
    },
    sources: {
      person: 'You',
      company: 'The company',
      form: 'A form',
      website: 'Website',
      public_register: 'Public register',
      bought_list: 'Purchased register',
      event: 'Event',
      referral: 'Referral',
      import: 'Import',
      other: 'Other',
    },
    roles: {
      admin: 'Administrator',
      privacy_officer: 'Privacy officer',
      sales_manager: 'Sales manager',
      salesperson: 'Salesperson',
      marketer: 'Marketer',
      support: 'Customer support',
      auditor: 'Auditor',
      technician: 'Technical maintainer',
    },
  },
};
