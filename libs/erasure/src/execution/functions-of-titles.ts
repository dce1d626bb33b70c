/**
 * What a title says people do, told by its words in Finnish, Swedish and English; the first that fits counts. It is all
 * that is left of a title when its bearer is erased (G17).
 */
const functions = {
  management:
    'johtaj|toimitusj|pääll|puheenjoht|hallituks|yrittäj|omistaj|perustaj|direktör|chef|ordförand|styrels|ägare|grundar|företagar|director|manager|head of|chief|ceo|cfo|cto|coo|president|chair|owner|founder|entrepren|partner',
  sales: 'myyn|myyj|asiakas|säljar|försälj|kund|sales|account|customer',
  marketing: 'markkin|viestin|brändi|marknad|kommunik|marketing|communicat|brand',
  finance:
    'talous|kirjanpit|laskut|palk|controller|ekonom|bokför|redovis|fakturer|lön|financ|account|payroll|invoic|treasur',
  purchasing: 'ostaj|osto|hankin|inköp|upphandl|purchas|procure|buyer',
  production:
    'tuotan|tehdas|työnjoht|asent|huolto|varasto|logist|produktion|fabrik|montör|service|lager|production|plant|mainten|warehouse|foreman',
  technology:
    'tieto|ohjelm|järjestelm|kehitt|suunnittel|insinöör|arkkiteht|data|system|utveckl|programmer|ingenjör|konstruktör|develop|engineer|architect|software|design|it-',
  people: 'henkilöst|rekryt|personal|hr|rekryter|people|talent|recruit',
  law: 'laki|juris|asianaj|tietosuoj|compliance|jurist|advokat|dataskydd|legal|lawyer|counsel|privacy',
  administration:
    'sihteer|assist|toimisto|hallin|koordin|sekreter|kansli|administr|office|secretar|coordinat',
  care: 'lääkär|hoita|opetta|professor|tutkij|läkar|sköter|lärar|forskar|doctor|nurse|teacher|research',
} as const;

/**
 * The function of a title as an SQL expression, `other` where no word tells; null where there is no title.
 * @param title an SQL expression
 */
export const functionOf = (title: string): string =>
  `CASE WHEN ${title} IS NULL THEN NULL ${Object.entries(functions)
    .map(([name, words]) => `WHEN ${title} ~* '(${words})' OR lower(${title}) = '${name}' THEN '${name}'`)
    .join(' ')} ELSE 'other' END`;

/** Regions by the first two digits of Finnish postal codes, roughly as the post draws them. */
const regions: Record<string, string> = {
  Uusimaa: '0[0-9]',
  'Kanta-Häme': '1[0-4]',
  'Päijät-Häme': '1[5-9]',
  'Varsinais-Suomi': '2[0-7]',
  Satakunta: '2[89]',
  Pirkanmaa: '3[0-9]',
  'Keski-Suomi': '4[0-4]',
  Kymenlaakso: '4[5-9]',
  'Etelä-Savo': '5[0-27-9]',
  'Etelä-Karjala': '5[3-6]',
  'Etelä-Pohjanmaa': '6[0-4]',
  Pohjanmaa: '6[5-9]',
  'Pohjois-Savo': '7[0-9]',
  'Pohjois-Karjala': '8[0-3]',
  'Pohjois-Pohjanmaa': '(8[4-6]|9[0-3])',
  Kainuu: '8[7-9]',
  Lappi: '9[4-9]',
  Åland: '22',
};

/** The region of a town, told by its postal code, as an SQL expression; null where the code tells none. */
export const regionOf = (postalCode: string): string =>
  `CASE ${Object.entries(regions)
    .toReversed()
    .map(([name, digits]) => `WHEN ${postalCode} ~ '^${digits}[0-9]{3}$' THEN '${name}'`)
    .join(' ')} END`;
