import { industries, isIndustryCode } from '@seloste/companies';
import {
  companySizes,
  languages,
  legalForms,
  relationshipStatuses,
  type CompanySize,
  type Language,
  type LegalForm,
  type RelationshipStatus,
} from '@seloste/kernel';
import { squeeze } from '../columns/fold.js';

/** Words in three languages → the register's own word. */
function dictionary<Word extends string>(
  own: readonly Word[],
  lines: Partial<Record<Word, string>>,
): Map<string, Word> {
  return new Map(
    own.flatMap((word) =>
      [word as string, ...(lines[word]?.split(', ') ?? [])].map((text): [string, Word] => [
        squeeze(text),
        word,
      ]),
    ),
  );
}

const languageWords = dictionary(languages, {
  fi: 'suomi, suomeksi, finska, finnish, fin, fi fi, suomenkielinen, finskspråkig',
  sv: 'ruotsi, ruotsiksi, svenska, swedish, swe, se, sv fi, sv se, ruotsinkielinen, svenskspråkig',
  en: 'englanti, englanniksi, engelska, english, eng, en us, en gb, gb, uk, englanninkielinen',
});

const statusWords = dictionary(relationshipStatuses, {
  prospect: 'prospekti, liidi, potentiaalinen, prospekt, lead, potentiell, ei asiakas',
  customer:
    'asiakas, nykyinen asiakas, aktiivinen, kund, nuvarande kund, aktiv, client, active, kyllä, ja, yes',
  former:
    'entinen asiakas, entinen, päättynyt, tidigare kund, tidigare, avslutad, former customer, ended, ex customer',
  partner: 'kumppani, yhteistyökumppani, samarbetspartner',
});

const legalFormWords = dictionary(legalForms, {
  limited_company:
    'oy, oy ab, osakeyhtiö, ab, aktiebolag, limited company, limited, ltd, private limited company',
  public_limited_company: 'oyj, oyj abp, julkinen osakeyhtiö, abp, publikt aktiebolag, plc',
  sole_trader:
    'tmi, toiminimi, yksityinen elinkeinonharjoittaja, elinkeinonharjoittaja, enskild näringsidkare, enskild firma, firma, sole proprietor, sole proprietorship',
  general_partnership: 'ay, avoin yhtiö, öppet bolag, öb, partnership',
  limited_partnership: 'ky, kommandiittiyhtiö, kommanditbolag, kb',
  cooperative: 'osk, osuuskunta, andelslag, anl, co operative, cooperative society',
  association:
    'ry, yhdistys, rekisteröity yhdistys, aatteellinen yhdistys, förening, rf, registrerad förening, registered association',
  foundation: 'säätiö, sr, stiftelse',
  public_body:
    'kunta, kaupunki, kuntayhtymä, valtio, julkisyhteisö, hyvinvointialue, kommun, stad, samkommun, stat, offentligt samfund, välfärdsområde, municipality',
  housing_company:
    'as oy, asunto oy, asunto osakeyhtiö, taloyhtiö, bostads ab, bostadsaktiebolag, housing cooperative',
  branch: 'sivuliike, filial, branch office',
  foreign: 'ulkomainen yritys, ulkomainen yhtiö, utländskt företag, utländskt bolag, foreign company',
  other: 'muu, annan, övrig, övriga',
});

/** The language that a cell names; null when it is none of ours. Never taken from anything but the cell. */
export const languageNamed = (text: string): Language | null => languageWords.get(squeeze(text)) ?? null;

export const statusNamed = (text: string): RelationshipStatus | null =>
  statusWords.get(squeeze(text)) ?? null;

export const legalFormNamed = (text: string): LegalForm | null => legalFormWords.get(squeeze(text)) ?? null;

/** ISO 3166-1 alpha-2 codes by their names in Finnish, Swedish and English. */
let countryWords: Map<string, string> | undefined;
function countries(): Map<string, string> {
  if (countryWords) return countryWords;
  countryWords = new Map();
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  for (const language of languages) {
    const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    for (const code of letters.flatMap((first) => letters.map((second) => first + second))) {
      const name = names.of(code);
      if (name === undefined || /^(EU|EZ|UN|ZZ|QO|X.)$/.test(code)) continue;
      countryWords.set(squeeze(name), code).set(squeeze(code), code);
    }
  }
  return countryWords;
}

/** The ISO 3166-1 alpha-2 code of a country, given as a code or by its name in one of our languages. */
export const countryNamed = (text: string): string | null => countries().get(squeeze(text)) ?? null;

let industryWords: Map<string, string> | undefined;

/** A TOL 2008 code, given with or without dots, alone or before its name, or by its official name in one of our languages. */
export function industryNamed(text: string): string | null {
  const [code] = /^\d{2}[\d.]*/.exec(text) ?? [];
  const digits = code?.replaceAll('.', '');
  if (digits !== undefined) return isIndustryCode(digits) ? digits : null;
  industryWords ??= new Map(
    // of a division and a group with one name, the division: it is what the name surely says
    [...industries]
      .reverse()
      .filter(({ code: known }) => isIndustryCode(known))
      .flatMap(({ code: known, fi, sv, en }) =>
        [fi, sv, en].map((name): [string, string] => [squeeze(name), known]),
      ),
  );
  return industryWords.get(squeeze(text)) ?? null;
}

const upTo: [number, CompanySize][] = [
  [1, '1'],
  [9, '2-9'],
  [49, '10-49'],
  [249, '50-249'],
  [Infinity, '250+'],
];

/** The size class of a number of people, or of a class that is written as we write it. */
export function sizeNamed(text: string): CompanySize | null {
  const compact = text.replace(/\s/g, '').replace(/[–—]/g, '-');
  const known = companySizes.find((size) => size === compact);
  if (known !== undefined) return known;
  if (!/^\d{1,7}$/.test(compact) || Number(compact) === 0) return null;
  return upTo.find(([most]) => Number(compact) <= most)?.[1] ?? null;
}
