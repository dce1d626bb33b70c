import type { Channel, Language } from '@seloste/kernel';

/** "by e-mail", as a part of a sentence. */
export const channelWords: Record<Language, Record<Channel, string>> = {
  fi: {
    email: 'sähköpostitse',
    phone: 'puhelimitse',
    sms: 'tekstiviestitse',
    post: 'kirjeitse',
    social: 'sosiaalisessa mediassa',
    chat: 'chatissa',
  },
  sv: {
    email: 'per e-post',
    phone: 'per telefon',
    sms: 'per sms',
    post: 'per brev',
    social: 'i sociala medier',
    chat: 'i chatten',
  },
  en: {
    email: 'by e-mail',
    phone: 'by phone',
    sms: 'by text message',
    post: 'by letter',
    social: 'on social media',
    chat: 'in chat',
  },
};

/** What it is about. Finnish: what is forbidden (the genitive, of plurals the nominative), and what is done or rests (nominative). */
export interface PurposeWords {
  name: string;
  /** Finnish alone inflects. */
  object: string;
}

const same = (name: string): PurposeWords => ({ name, object: name });

export const purposeWords: Record<Language, Record<string, PurposeWords>> = {
  fi: {
    service: { name: 'asiakasviestintä', object: 'asiakasviestinnän' },
    direct_marketing: { name: 'suoramarkkinointi', object: 'suoramarkkinoinnin' },
    newsletter: { name: 'uutiskirje', object: 'uutiskirjeen' },
    survey: { name: 'kyselyt', object: 'kyselyt' },
    profiling_marketing: {
      name: 'profilointi markkinointia varten',
      object: 'profiloinnin markkinointia varten',
    },
    profiling_sales: { name: 'profilointi myyntiä varten', object: 'profiloinnin myyntiä varten' },
    profiling_support: {
      name: 'profilointi asiakastukea varten',
      object: 'profiloinnin asiakastukea varten',
    },
  },
  sv: {
    service: same('kundkommunikation'),
    direct_marketing: same('direktmarknadsföring'),
    newsletter: same('nyhetsbrev'),
    survey: same('enkäter'),
    profiling_marketing: same('profilering för marknadsföring'),
    profiling_sales: same('profilering för försäljning'),
    profiling_support: same('profilering för kundstöd'),
  },
  en: {
    service: same('service messages'),
    direct_marketing: same('direct marketing'),
    newsletter: same('newsletters'),
    survey: same('surveys'),
    profiling_marketing: same('profiling for marketing'),
    profiling_sales: same('profiling for sales'),
    profiling_support: same('profiling for customer support'),
  },
};

/** A purpose of the company's own, by its name or without. */
export const ownPurpose: Record<Language, (name: string | null) => PurposeWords> = {
  fi: (name) => ({
    name: name === null ? 'käyttötarkoitus' : `käyttötarkoitus ”${name}”`,
    object:
      name === null ? 'tähän käyttötarkoitukseen kuuluvat yhteydenotot' : `käyttötarkoituksen ”${name}”`,
  }),
  sv: (name) => same(name === null ? 'kontakter för detta ändamål' : `kontakter för ändamålet ”${name}”`),
  en: (name) => same(name === null ? 'contacts for this purpose' : `contacts for the purpose “${name}”`),
};
