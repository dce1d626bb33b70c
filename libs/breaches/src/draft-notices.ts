import type { Language } from '@seloste/kernel';
import type { BreachNature } from './breach-words.js';

/** What a notice of a breach is written from; times are ISO 8601 instants. */
export interface BreachFacts {
  company: string;
  /** Where more is told (Art. 33(3)(b)). */
  contact: string;
  reference: string;
  facts: string;
  awareAt: Date;
  natures: BreachNature[];
  affected: number;
  effects: string | null;
  measures: string | null;
}

export interface NoticeDraft {
  language: Language;
  subject: string;
  body: string;
}

interface NoticeWords {
  locale: string;
  nature: Record<BreachNature, string>;
  missing: string;
  authority: {
    subject: (company: string, reference: string) => string;
    headings: [string, string, string, string, string, string];
  };
  people: {
    subject: (company: string) => string;
    opening: (company: string, day: string) => string;
    headings: [string, string, string];
    end: (contact: string) => string;
  };
}

const words: Record<Language, NoticeWords> = {
  fi: {
    locale: 'fi-FI',
    nature: {
      confidentiality: 'luottamuksellisuus (tietoja on päässyt sivullisille)',
      integrity: 'eheys (tietoja on muutettu oikeudetta)',
      availability: 'saatavuus (tietoja on kadonnut tai ne eivät ole olleet käytettävissä)',
    },
    missing: '[täydennä]',
    authority: {
      subject: (company, reference) =>
        `Ilmoitus henkilötietojen tietoturvaloukkauksesta: ${company}, ${reference}`,
      headings: [
        'Tietoturvaloukkauksen kuvaus',
        'Milloin loukkaus tuli tietoon',
        'Loukkauksen luonne ja rekisteröityjen arvioitu määrä',
        'Yhteyspiste lisätietoja varten',
        'Todennäköiset seuraukset',
        'Toteutetut ja suunnitellut toimenpiteet',
      ],
    },
    people: {
      subject: (company) => `Tietojasi koskeva tietoturvaloukkaus – ${company}`,
      opening: (company, day) =>
        `Kerromme sinulle tietoturvaloukkauksesta, joka koskee yrityksen ${company} rekisterissä olevia tietojasi. Se tuli tietoomme ${day}.`,
      headings: [
        'Mitä tapahtui',
        'Mitä siitä voi seurata sinulle',
        'Mitä olemme tehneet ja mitä voit tehdä itse',
      ],
      end: (contact) => `Lisätietoja antaa: ${contact}. Olemme pahoillamme tapahtuneesta.`,
    },
  },
  sv: {
    locale: 'sv-FI',
    nature: {
      confidentiality: 'konfidentialitet (utomstående har fått tillgång till uppgifter)',
      integrity: 'integritet (uppgifter har ändrats obehörigt)',
      availability: 'tillgänglighet (uppgifter har gått förlorade eller inte varit tillgängliga)',
    },
    missing: '[komplettera]',
    authority: {
      subject: (company, reference) => `Anmälan om personuppgiftsincident: ${company}, ${reference}`,
      headings: [
        'Beskrivning av incidenten',
        'När vi fick kännedom om incidenten',
        'Incidentens art och det ungefärliga antalet registrerade',
        'Kontaktpunkt för mer information',
        'Sannolika konsekvenser',
        'Vidtagna och planerade åtgärder',
      ],
    },
    people: {
      subject: (company) => `Personuppgiftsincident som gäller dig – ${company}`,
      opening: (company, day) =>
        `Vi informerar dig om en personuppgiftsincident som gäller dina uppgifter i ${company}s register. Vi fick kännedom om den ${day}.`,
      headings: [
        'Vad som har hänt',
        'Vad det kan innebära för dig',
        'Vad vi har gjort och vad du själv kan göra',
      ],
      end: (contact) => `Mer information: ${contact}. Vi beklagar det inträffade.`,
    },
  },
  en: {
    locale: 'en-GB',
    nature: {
      confidentiality: 'confidentiality (data reached somebody who should not have it)',
      integrity: 'integrity (data was changed without right)',
      availability: 'availability (data was lost, or could not be used)',
    },
    missing: '[complete]',
    authority: {
      subject: (company, reference) => `Notification of a personal data breach: ${company}, ${reference}`,
      headings: [
        'What happened',
        'When we became aware of it',
        'Nature of the breach and approximate number of people concerned',
        'Contact point for more information',
        'Likely consequences',
        'Measures taken and planned',
      ],
    },
    people: {
      subject: (company) => `A breach of your personal data – ${company}`,
      opening: (company, day) =>
        `We are writing to tell you of a breach that concerns your data in the register of ${company}. We became aware of it on ${day}.`,
      headings: [
        'What happened',
        'What it may mean for you',
        'What we have done, and what you can do yourself',
      ],
      end: (contact) => `For more information: ${contact}. We are sorry that this happened.`,
    },
  },
};

/** For the authority, with all that Art. 33(3) asks for; what is not known yet is marked. */
export function draftForAuthority(breach: BreachFacts, language: Language, timeZone: string): NoticeDraft {
  const { locale, nature, missing, authority } = words[language];
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone });
  const natures = breach.natures.map((one) => nature[one]).join('; ') || missing;
  const texts = [
    breach.facts,
    moment.format(breach.awareAt),
    `${natures}; ${breach.affected}`,
    breach.contact,
    breach.effects ?? missing,
    breach.measures ?? missing,
  ];
  return {
    language,
    subject: authority.subject(breach.company, breach.reference),
    body: authority.headings.map((heading, i) => `${heading}\n${texts[i] ?? missing}`).join('\n\n'),
  };
}

/** For the people themselves, in plain words (Art. 34(2)). What is written for the authority is not for them: whoever sends it fills it in. */
export function draftForPeople(breach: BreachFacts, language: Language, timeZone: string): NoticeDraft {
  const { locale, missing, people } = words[language];
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone }).format(breach.awareAt);
  const sections = people.headings.map((heading) => `${heading}\n${missing}`);
  return {
    language,
    subject: people.subject(breach.company),
    body: [people.opening(breach.company, day), ...sections, people.end(breach.contact)].join('\n\n'),
  };
}
