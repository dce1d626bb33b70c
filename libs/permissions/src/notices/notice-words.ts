import type { Language, LegalBasis, SourceKind } from '@seloste/kernel';

/** What a notice of GDPR Art. 14 says, piece by piece. */
export interface NoticeWords {
  locale: string;
  businessId: (id: string) => string;
  categories: Record<'name' | 'company' | 'work' | 'email' | 'phone' | 'language' | 'dealings', string>;
  source: Record<SourceKind, string>;
  basis: Record<LegalBasis, string>;
  /** What the company's legitimate interest is, of the product's purposes (Art. 14(2)(b)). */
  interest: Record<string, string>;
  keptUntil: (day: string) => string;
  keptWhile: (day: string) => string;
}

export const noticeWords: Record<Language, NoticeWords> = {
  fi: {
    locale: 'fi-FI',
    businessId: (id) => `Y-tunnus ${id}`,
    categories: {
      name: 'nimi',
      company: 'yritys',
      work: 'tehtävä ja vastuualue',
      email: 'sähköpostiosoite',
      phone: 'puhelinnumero',
      language: 'asiointikieli',
      dealings: 'yhteydenpitomme sinuun',
    },
    source: {
      person: 'sinä itse',
      company: 'työnantajasi',
      website: 'verkkosivut',
      public_register: 'julkinen rekisteri',
      bought_list: 'ostettu osoitteisto',
      referral: 'suosittelija',
      event: 'tapahtuma',
      form: 'lomake, jonka täytit',
      import: 'aiempi asiakasluettelomme',
      other: 'muu lähde',
    },
    basis: {
      consent: 'suostumuksesi',
      contract: 'sopimus',
      legal_obligation: 'lakisääteinen velvoite',
      vital_interests: 'elintärkeä etu',
      public_task: 'yleinen etu',
      legitimate_interest: 'oikeutettu etumme',
    },
    interest: {
      direct_marketing: 'kertoa yrityksille tuotteistamme ja palveluistamme',
      newsletter: 'pitää yhteyttä yrityksiin, joille työmme on hyödyksi',
      survey: 'kehittää palveluamme saamamme palautteen avulla',
      profiling_marketing: 'kertoa kullekin vain siitä, mikä voi häntä työssään koskea',
      profiling_sales: 'suunnata myyntityö sinne, missä sille on tarvetta',
      profiling_support: 'auttaa asiakkaitamme nopeammin',
    },
    keptUntil: (day) => `Tiedot poistetaan ${day}, ellei suhteemme sitä ennen jatku.`,
    keptWhile: (day) =>
      `Tiedot säilytetään niin kauan kuin asiakas- tai yhteistyösuhde jatkuu. Tarkistamme tarpeen viimeistään ${day}.`,
  },
  sv: {
    locale: 'sv-FI',
    businessId: (id) => `FO-nummer ${id}`,
    categories: {
      name: 'namn',
      company: 'företag',
      work: 'uppgift och ansvarsområde',
      email: 'e-postadress',
      phone: 'telefonnummer',
      language: 'kontaktspråk',
      dealings: 'våra kontakter med dig',
    },
    source: {
      person: 'du själv',
      company: 'din arbetsgivare',
      website: 'webbplats',
      public_register: 'offentligt register',
      bought_list: 'köpt adressregister',
      referral: 'någon som rekommenderade dig',
      event: 'evenemang',
      form: 'formulär som du fyllde i',
      import: 'vår tidigare kundförteckning',
      other: 'annan källa',
    },
    basis: {
      consent: 'ditt samtycke',
      contract: 'avtal',
      legal_obligation: 'rättslig förpliktelse',
      vital_interests: 'grundläggande intresse',
      public_task: 'allmänt intresse',
      legitimate_interest: 'vårt berättigade intresse',
    },
    interest: {
      direct_marketing: 'att berätta för företag om våra produkter och tjänster',
      newsletter: 'att hålla kontakt med företag som har nytta av vårt arbete',
      survey: 'att utveckla vår service med hjälp av responsen',
      profiling_marketing: 'att berätta för var och en bara om det som kan röra dem i arbetet',
      profiling_sales: 'att rikta försäljningen dit det finns ett behov',
      profiling_support: 'att hjälpa våra kunder snabbare',
    },
    keptUntil: (day) => `Uppgifterna raderas ${day}, om vår relation inte fortsätter före det.`,
    keptWhile: (day) =>
      `Uppgifterna lagras så länge kund- eller samarbetsrelationen varar. Vi prövar behovet senast ${day}.`,
  },
  en: {
    locale: 'en-GB',
    businessId: (id) => `business ID ${id}`,
    categories: {
      name: 'name',
      company: 'company',
      work: 'job and area of responsibility',
      email: 'e-mail address',
      phone: 'phone number',
      language: 'language',
      dealings: 'our dealings with you',
    },
    source: {
      person: 'yourself',
      company: 'your employer',
      website: 'a website',
      public_register: 'a public register',
      bought_list: 'a list of addresses that we bought',
      referral: 'somebody who recommended you',
      event: 'an event',
      form: 'a form that you filled in',
      import: 'our earlier list of customers',
      other: 'another source',
    },
    basis: {
      consent: 'your consent',
      contract: 'a contract',
      legal_obligation: 'a legal obligation',
      vital_interests: 'vital interests',
      public_task: 'a task in the public interest',
      legitimate_interest: 'our legitimate interest',
    },
    interest: {
      direct_marketing: 'to tell companies of our products and services',
      newsletter: 'to keep in touch with companies to whom our work is of use',
      survey: 'to improve our service by what we hear',
      profiling_marketing: 'to tell each person only of what may concern them at work',
      profiling_sales: 'to direct sales work to where it is needed',
      profiling_support: 'to help our customers sooner',
    },
    keptUntil: (day) => `The data are erased on ${day}, unless our relationship goes on before that.`,
    keptWhile: (day) =>
      `The data are kept while the customer or business relationship lasts. We look at the need again by ${day}.`,
  },
};
