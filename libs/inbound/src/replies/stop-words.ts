import type { Language } from '@seloste/kernel';

/** What a reply says about stopping: `whole` when it says nothing else, else the sentence that a person has to read. */
export interface StopFound {
  whole: boolean;
  sentence: string;
  language: Language;
}

/** Said alone, these can mean nothing else. */
const wholeReplies: Record<Language, string[]> = {
  fi: [
    'peruuta tilaus',
    'poista',
    'poista minut',
    'poistakaa minut',
    'poista minut listalta',
    'poista minut postituslistalta',
    'lopeta',
    'lopettakaa',
    'en halua enää viestejä',
    'seis',
  ],
  sv: [
    'avregistrera',
    'avregistrera mig',
    'avprenumerera',
    'avsluta',
    'ta bort mig',
    'ta bort mig från listan',
    'sluta',
    'stopp',
  ],
  en: ['stop', 'unsubscribe', 'unsubscribe me', 'remove', 'remove me', 'opt out', 'optout', 'take me off'],
};

/** Messages, as people call them. */
const mail = {
  fi: '(viest|sähköpost|s-post|posti|mainos|uutiskirj|markkinoin|tarjou|kirjei|mail|meili|yhteydeno|roskapost|spämm|näitä|tätä|tällais)',
  sv: '(mejl|mail|e-post|utskick|reklam|nyhetsbrev|meddeland|post|erbjudand|marknadsföring|spam|sånt|sådan|dessa|detta|er\\b)',
  en: '(e-?mails?|messages?|mails?|newsletters?|offers?|marketing|ads|spam|communications?|anything|these|this|from you|hearing)',
};

const within = (most: number) => `[^.!?\\n]{0,${most}}?`;

/** JavaScript's `\b` knows no ä. */
const boundary = String.raw`(?:(?<=[\p{L}\p{N}])(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])(?=[\p{L}\p{N}]))`;
const byWords = ({ source }: RegExp): RegExp => new RegExp(source.replaceAll('\\b', boundary), 'u');

/** Sentences that may ask us to stop. They are read by a person before anything is done, so that they rather ask too often. */
const patterns: [Language, RegExp][] = [
  [
    'fi',
    new RegExp(
      `\\bpoista(a|kaa|ttehan|isitko|isitteko)?\\s+(minut|mut|meidät|tietoni|yhteystietoni|osoitteeni|sähköpostini|tämä (osoite|sähköposti))`,
    ),
  ],
  [
    'fi',
    new RegExp(
      `\\b(en|emme)\\s+(enää\\s+)?(halua|tahdo)(\\s+enää)?\\s+(enää\\s+)?(saada|vastaanottaa|lukea|${mail.fi})`,
    ),
  ],
  ['fi', new RegExp(`\\b(en|emme)\\s+(enää\\s+)?(halua|tahdo)\\b${within(50)}\\b${mail.fi}`)],
  ['fi', /^(lopettakaa|lopeta)( (jo|nyt|heti))?$/],
  // Said alone it may as well be about an order.
  ['fi', /^(ole hyvä ja )?(peruuta|peru|peruuttakaa|perukaa)( kiitos)?$/],
  ['fi', new RegExp(`\\b(lopettakaa|lopeta)\\b${within(40)}\\b(lähett|laitta|${mail.fi})`)],
  ['fi', /\b(peruuta|peruuttakaa|peru|perukaa|irtisano)\s+(tilau|uutiskirje|postitus|minun tilau)/],
  ['fi', /\b(haluan|haluaisin|haluamme)\s+(peruuttaa|perua|lopettaa)\s+(tilau|uutiskirj|postitu)/],
  ['fi', /\b(älkää|älä)\s+(enää\s+)?(lähettäkö|lähetä|laittako|laita|ottako|ota|häiritkö|häiritse)/],
  ['fi', /\b(kiellän|kiellämme)\b[^.!?\n]{0,40}markkinoin/],
  ['fi', /\bei\s+(enää|jatkossa)\s+(viestejä|postia|sähköpostia|mainoksia|uutiskirjeitä|yhteydenottoja)/],
  ['sv', /\bavregistrera(s|d|r)?\b/],
  ['sv', /\bavprenumerera/],
  ['sv', /\bsluta\s+(genast\s+|nu\s+)?(att\s+)?(skicka|kontakta|mejla|maila|ringa|sms:a|spamma|störa)/],
  [
    'sv',
    /\bta(r)?\s+(ni\s+)?bort\s+(mig|oss|min (e-post|mejl|mail)?-?adress|mina (kontakt)?uppgifter|mitt namn)/,
  ],
  ['sv', /\b(avsluta|avboka|säg(a)? upp)\s+(min\s+|mitt\s+)?(prenumeration|nyhetsbrev|utskick)/],
  ['sv', new RegExp(`\\bvill\\s+(jag\\s+|vi\\s+)?(inte|ej)\\b${within(40)}\\b${mail.sv}`)],
  ['sv', new RegExp(`\\b(inga|inget)\\s+(fler|mer|flera)\\s+${mail.sv}`)],
  ['sv', /\b(avböjer|förbjuder)\b[^.!?\n]{0,40}(marknadsföring|reklam|utskick)/],
  ['en', /\bunsubscribe\b/],
  ['en', /\b(remove|delete|take)\s+(me|us|my (e-?mail )?(address|details|data)|this address)\b/],
  [
    'en',
    /\bstop\s+(sending|e-?mailing|contacting|writing|mailing|messaging|calling|texting|spamming|bothering|these|this)\b/,
  ],
  ['en', /^(please )?stop( it| now| immediately)?$/],
  [
    'en',
    /\b(do not|don't|dont|never)\s+(ever\s+)?(contact|e-?mail|write|message|mail|call|send)\s+(to\s+)?(me|us)\b/,
  ],
  ['en', new RegExp(`\\bno\\s+more\\s+${mail.en}`)],
  ['en', /\bopt(ing)?[ -]?(me\s+)?out\b/],
  ['en', new RegExp(`\\b(no longer|do not|don't|dont)\\s+(wish|want)\\b${within(40)}\\b${mail.en}`)],
];
const sentences = patterns.map(([language, pattern]) => [language, byWords(pattern)] as const);

/** The opposite of what the words would say: "don't remove me", "sluta inte skicka", "älkää poistako minua". */
const opposite = byWords(
  /\b((do not|don't|dont|never|please not)\s+(remove|delete|unsubscribe|take|stop)|(sluta|avregistrera|avsluta)\s+(inte|ej|aldrig)|(inte|ej|aldrig)\s+(sluta|avregistrera|avprenumerera|ta bort)|(älkää|älä|en halua että)\s+(poista|lopeta|peru))/,
);

/**
 * Looks for a wish to get nothing more.
 * @param words what the person wrote themselves, without quotations
 * @returns null where nothing of the kind is said
 */
export function findStop(words: string): StopFound | null {
  const said = sentencesIn(words);
  const whole = wholeReplyIn(said);
  if (whole !== null) return whole;
  for (const sentence of said) {
    const plain = plainOf(sentence);
    if (opposite.test(plain)) continue;
    const found = sentences.find(([, pattern]) => pattern.test(plain));
    if (found) return { whole: false, sentence: sentence.slice(0, 300), language: found[0] };
  }
  return null;
}

function wholeReplyIn(said: string[]): StopFound | null {
  const plain = said.map(plainOf).filter((sentence) => sentence !== '' && !isPoliteness(sentence));
  const [only] = plain;
  if (plain.length !== 1 || only === undefined) return null;
  const words = only.replace(
    /^(please|ole hyvä ja|vänligen|snälla) | (please|kiitos|tack|thanks|thank you)$/g,
    '',
  );
  for (const [language, replies] of Object.entries(wholeReplies) as [Language, string[]][])
    if (replies.includes(words)) return { whole: true, sentence: said.join(' ').slice(0, 300), language };
  return null;
}

const isPoliteness = (plain: string): boolean =>
  /^(hei|moi|terve|hej|hi|hello|kiitos|tack|thanks|thank you|tack på förhand|please|terveisin|ystävällisin terveisin|med vänlig hälsning|mvh|best regards|regards|br|t|terv)$/.test(
    plain,
  );

const sentencesIn = (words: string): string[] =>
  words
    .split(/(?<=[.!?])\s+|\n+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');

/** In lower case, with single blanks and without what stands around it. */
const plainOf = (sentence: string): string =>
  sentence
    .normalize('NFC')
    .toLowerCase()
    .replace(/[’`´]/g, "'")
    .replace(/\s+/g, ' ')
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
