import type { RequestLetterWords } from './request-letter-words.js';

export const sv: RequestLetterWords = {
  locale: 'sv-FI',
  subject: ({ reference }) => `Begäran ${reference} som gäller dina personuppgifter`,
  greeting: (name) => (name === null ? 'Hej,' : `Hej ${name},`),
  kind: {
    access: 'din begäran om att få veta vilka uppgifter vi behandlar om dig',
    rectification: 'din begäran om rättelse av dina uppgifter',
    erasure: 'din begäran om radering av dina uppgifter',
    restriction: 'din begäran om begränsning av behandlingen av dina uppgifter',
    objection: 'din invändning mot behandlingen av dina uppgifter',
    portability: 'din begäran om att få ut dina uppgifter i överförbar form',
    consent_withdrawal: 'din återkallelse av samtycke',
  },
  receipt: ({ company, reference, receivedOn, dueOn }, kind) => [
    `${company} har tagit emot ${kind} den ${receivedOn}. Ärendets beteckning är ${reference}.`,
    `Du får svar senast den ${dueOn}. Behandlingen är avgiftsfri.`,
  ],
  extension: ({ receivedOn, dueOn }, kind) => [
    `Vi tog emot ${kind} den ${receivedOn}. Vi behöver mer tid för att svara.`,
    `Du får svar senast den ${dueOn}.`,
  ],
  extensionReason: {
    complexity:
      'Orsaken är att begäran är komplicerad: dina uppgifter finns på flera ställen och det tar tid att gå igenom dem.',
    number_of_requests: 'Orsaken är antalet begäranden som vi har fått samtidigt.',
  },
  answer: {
    granted: ({ receivedOn }, kind) => [`Vi tog emot ${kind} den ${receivedOn}. Vi har tillmötesgått den.`],
    partly_granted: ({ receivedOn }, kind) => [
      `Vi tog emot ${kind} den ${receivedOn}. Vi kan tillgodose den endast till en del.`,
    ],
    refused: ({ receivedOn }, kind) => [`Vi tog emot ${kind} den ${receivedOn}. Vi kan inte tillgodose den.`],
    unidentified: ({ receivedOn }, kind) => [
      `Vi tog emot ${kind} den ${receivedOn}. Med de uppgifter som du har lämnat kan vi inte identifiera vem i vårt register begäran gäller, och vi samlar inte in fler uppgifter enbart för att identifiera dig (artikel 11 i den allmänna dataskyddsförordningen).`,
      'Om du har varit i kontakt med oss med en annan e-postadress eller ett annat telefonnummer kan du meddela oss det. Då behandlar vi begäran på nytt.',
    ],
    passed_on: ({ receivedOn, company }, kind) => [
      `Vi tog emot ${kind} den ${receivedOn}. ${company} behandlar dessa uppgifter för en kunds räkning. Vi har förmedlat din begäran till kunden, som är personuppgiftsansvarig och svarar dig.`,
    ],
    withdrawn: ({ receivedOn }, kind) => [
      `Vi tog emot ${kind} den ${receivedOn}. Du har sedan dess tagit tillbaka begäran, och vi behandlar den inte vidare.`,
    ],
  },
  granted: {
    access: 'Du får en kopia av dina uppgifter via en separat länk.',
    rectification: 'Dina uppgifter har rättats, och de som har fått uppgifterna av oss har underrättats.',
    erasure:
      'Dina uppgifter har raderats ur vårt register. Vi sparar endast uppgiften om att du inte ska kontaktas.',
    restriction: 'Behandlingen av dina uppgifter har begränsats. Vi meddelar dig innan begränsningen upphör.',
    objection: 'Vi behandlar inte längre dina uppgifter för det ändamål som du invände mot.',
    portability: 'Du får de uppgifter som du själv har lämnat i maskinläsbar form via en separat länk.',
    consent_withdrawal:
      'Ditt samtycke har återkallats. Återkallelsen påverkar inte det som gjorts dessförinnan.',
  },
  ground: {
    manifestly_unfounded: 'Begäran är uppenbart ogrundad (artikel 12.5).',
    excessive: 'Begäran är orimlig, särskilt på grund av dess repetitiva art (artikel 12.5).',
    rights_of_others:
      'Att tillgodose begäran skulle inverka menligt på andras rättigheter och friheter (artikel 15.4).',
    legal_obligation: 'Vi är enligt lag skyldiga att bevara uppgifterna (artikel 17.3 b).',
    legal_claims:
      'Uppgifterna behövs för att fastställa, göra gällande eller försvara rättsliga anspråk (artikel 17.3 e).',
    compelling_grounds: 'Det finns tvingande berättigade skäl för behandlingen (artikel 21.1).',
    not_applicable: 'Rättigheten gäller inte dessa uppgifter eller denna behandling.',
  },
  complaint:
    'Om du är av annan åsikt kan du lämna in ett klagomål till dataombudsmannen (tietosuoja.fi/sv, tietosuoja@om.fi, telefonväxel 029 566 6700) eller föra saken till domstol.',
  regards: (company) => `Med vänlig hälsning\n${company}`,
};
