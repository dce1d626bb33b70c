import type { Language } from '@seloste/kernel';
import type { PlanContents, PlannedAction, PlannedTable, SmallCell } from './plan-contents.js';
import { wordsOf } from './table-words.js';

type Say = Record<Language, string>;
const say = (fi: string, sv: string, en: string): Say => ({ fi, sv, en });

const actions: Record<Exclude<PlannedAction, 'keep'>, Say> = {
  delete_row: say('poistetaan', 'raderas', 'deleted'),
  pseudonymise: say(
    'korvataan satunnaisella tunnuksella (pseudonymisoidaan)',
    'ersätts med en slumpmässig beteckning (pseudonymiseras)',
    'replaced by a random name (pseudonymised)',
  ),
  redact: say(
    'sisältö poistetaan, tilastotieto jää',
    'innehållet raderas, statistiken blir kvar',
    'content removed, statistics stay',
  ),
  generalise: say('karkeistetaan', 'görs mindre exakta', 'made less precise'),
  replace: say('maininnat korvataan', 'omnämnanden ersätts', 'mentions replaced'),
};

const reasons: Record<string, Say> = {
  held: say('poiston este on voimassa', 'ett raderingshinder är i kraft', 'a hold is in force'),
  of_others: say(
    'koskee myös muita; maininnat korvataan',
    'gäller också andra; omnämnanden ersätts',
    'about others as well; mentions are replaced',
  ),
  statistics: say(
    'tilastoja varten, ilman henkilötietoja',
    'för statistiken, utan personuppgifter',
    'for statistics, without personal data',
  ),
  evidence: say(
    'näyttönä toiminnastamme, ilman henkilötietoja',
    'som bevis på vad vi gjort, utan personuppgifter',
    'as evidence of what we did, without personal data',
  ),
};

const kept: Record<Language, (until: string | null, why: string) => string> = {
  fi: (until, why) => `säilytetään${until === null ? '' : ` ${until} asti`}: ${why}`,
  sv: (until, why) => `bevaras${until === null ? '' : ` till och med ${until}`}: ${why}`,
  en: (until, why) => `kept${until === null ? '' : ` until ${until}`}: ${why}`,
};

const cells: Record<Exclude<SmallCell, null>, Say> = {
  only_person_of_company: say(
    'Henkilö on ainoa, joka yrityksestä on ollut rekisterissä. Tunnus ei kätkisi häntä, joten tiedot poistetaan kokonaan.',
    'Personen är den enda från företaget som har funnits i registret. En beteckning skulle inte dölja vem det är, så uppgifterna raderas helt.',
    'Nobody else has been known at the company. A random name would not hide them, so the record is deleted.',
  ),
  only_person_with_function: say(
    'Henkilö on ainoa yrityksessään, jolla on tällainen tehtävä. Tunnus ei kätkisi häntä, joten tiedot poistetaan kokonaan.',
    'Personen är den enda vid företaget med en sådan befattning. En beteckning skulle inte dölja vem det är, så uppgifterna raderas helt.',
    'Nobody else at the company has such a function. A random name would not hide them, so the record is deleted.',
  ),
  sole_trader: say(
    'Yritys on toiminimi, siis henkilö itse. Henkilön tiedot poistetaan ja yrityksen tiedot pseudonymisoidaan.',
    'Företaget är en enskild firma, alltså personen själv. Personens uppgifter raderas och företagets pseudonymiseras.',
    'The company is a sole trader, and so the person. The person’s record is deleted and the company’s pseudonymised.',
  ),
};

const restricted = say(
  'Säilytettävien tietojen käsittelyä rajoitetaan siihen asti: vain tietosuojavastaava näkee ne, ja ne poistetaan automaattisesti, kun poiston este päättyy.',
  'Behandlingen av de uppgifter som bevaras begränsas tills dess: bara dataskyddsombudet ser dem, och de raderas automatiskt när hindret upphör.',
  'What is kept is restricted until then: only a privacy officer sees it, and it goes by itself when the hold ends.',
);

const suppressed = say(
  'Osoitteista ja numeroista jää avaimella laskettu tiiviste, jotta henkilölle ei enää lähetetä mitään eikä häntä tuoda takaisin.',
  'Av adresser och nummer blir en nyckelskyddad kontrollsumma kvar, så att inget skickas till personen och ingen för in personen igen.',
  'Of addresses and numbers a keyed digest stays, so that nothing is sent to the person and nobody brings them back.',
);

/** What a plan would do, in words. */
export function sentencesOf({ tables, smallCell, holds }: PlanContents, language: Language): string[] {
  return [
    ...(smallCell !== null && holds.length === 0 ? [cells[smallCell][language]] : []),
    ...tables.map((table) => sentenceOf(table, language)),
    ...(holds.length > 0 ? [restricted[language]] : []),
    suppressed[language],
  ];
}

function sentenceOf({ table, action, count, until, why }: PlannedTable, language: Language): string {
  const what = wordsOf(table, language);
  const day =
    until === null
      ? null
      : new Intl.DateTimeFormat(dayLocale[language], { timeZone: 'UTC' }).format(new Date(until));
  const done =
    action === 'keep'
      ? kept[language](day, reasons[why ?? 'statistics']?.[language] ?? '')
      : actions[action][language];
  return `${what} (${count}): ${done}.`;
}

const dayLocale: Record<Language, string> = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' };
