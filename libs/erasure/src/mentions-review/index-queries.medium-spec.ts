import { MentionFinder, type Identifiers } from '@seloste/mentions';
import { createTestDatabase } from '@seloste/testing';
import { Client } from 'pg';
import { Crowd } from './crowd.js';
import { Judge } from './judge.js';
import { lexemeQueries } from './patterns.js';

let owner: Client;

beforeAll(async () => {
  owner = new Client({ connectionString: (await createTestDatabase()).url });
  await owner.connect();
});

afterAll(() => owner.end());

/** Names in some of their forms: gradation, letters with marks, two letters, two parts, an apostrophe, a foreign one. */
const givenNames = [
  ['Matti', 'Matin', 'Matille', 'Mattia'],
  ['Åke', 'Åken', 'Åkes', 'Åkelle'],
  ['Tarja', 'Tarjan', 'Tarjalle', 'Tarjojen'],
  ['Anna-Liisa', 'Anna-Liisan', 'Anna-Liisalle'],
  ['Bo', 'Bon', 'Bolle'],
  ['Märta', 'Märtan', 'Märtas'],
];
const familyNames = [
  ['Mäkelä', 'Mäkelän', 'Mäkelälle', 'Mäkelää'],
  ['Virtanen', 'Virtasen', 'Virtaselle', 'Virtasta', 'Virtasille'],
  ['Ek', 'Ekin', 'Ekille', 'Eks'],
  ['Högnäs', 'Högnäsin', 'Högnäsille'],
  ['Lindroos-Aho', 'Lindroos-Ahon', 'Lindroos-Aholle'],
  ["D'Angelo", "D'Angelon", "D'Angelolle"],
  ['Lahti', 'Lahden', 'Lahdelle', 'Lahtea'],
];

const entities = (text: string): string =>
  text.replace(/[äåö]/gi, (letter) => `&#${letter.codePointAt(0) ?? 0};`);
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '');
const ways: ((text: string) => string)[] = [
  (text) => text,
  (text) => text.toUpperCase(),
  (text) => text.normalize('NFD'),
  plain,
  entities,
  (text) => `https://haku.example/?q=${encodeURIComponent(text)}`,
  (text) => `<p>Tavattiin&nbsp;<b>${text}</b></p>`,
];

const frames = [
  (first: string, last: string) => `Soitettu: ${first} ${last} palaa asiaan`,
  (first: string, last: string) => `${last} ${first}`,
  (first: string, last: string) => `${last}, ${first}`,
  (first: string, last: string) => `Sovittu, että ${first.slice(0, 1)}. ${last} tulee`,
  (first: string, last: string) => `Paikalla K${first.slice(0, 1)} ${last}`,
  (first: string, last: string) => `Paikalla ${first} ${last.slice(0, 1)}. ja muut`,
  (first: string, last: string) => `kirjoita ${plain(first)}${plain(last)}@muu.example`,
  (first: string, last: string) => `kirjoita ${plain(last)}.${plain(first)}77@muu.example`,
];

const ofEverybody = givenNames.flatMap((first) => familyNames.map((last) => ({ first, last })));

const numbers = ['040 123 4500', '+358 40 1234500', '+358 (0)40-123 45 00', '0401234500', '040-12 34 500'];

const identifiersOf = ([first = '']: string[], [last = '']: string[]): Identifiers => ({
  ...{ firstNames: [first], lastNames: [last], handles: [] },
  ...{ emails: ['asiakas.nro7+crm@firma.example'], phones: ['+358401234500'] },
});

/** The texts that surely mean somebody, whoever's record they stand in. */
function sureTexts(first: string[], last: string[]): string[] {
  const named = first.flatMap((a) =>
    last.flatMap((b) => frames.flatMap((frame) => ways.map((way) => way(frame(a, b))))),
  );
  const addressed = ['asiakas.nro7@firma.example', ...numbers].map((address) => `Tavoittaa: ${address}.`);
  const finder = new MentionFinder(identifiersOf(first, last));
  return [...named, ...addressed].filter((text) =>
    finder.find(text).some(({ certainty }) => certainty === 'sure'),
  );
}

test('the index of interactions and the look for many pass by no text that surely means somebody (V7)', async () => {
  const missed: string[] = [];
  let all = 0;
  const stranger = new Judge(personOf('stranger', identifiersOf(['Zaida'], ['Qvist'])));
  for (const { first, last } of ofEverybody) {
    const identifiers = identifiersOf(first, last);
    const texts = sureTexts(first, last);
    all += texts.length;
    const { rows } = await owner.query<{ text: string }>(
      `SELECT text FROM unnest($1::text[]) AS t (text) WHERE NOT search_lexemes(text)::tsvector @@ $2::tsquery`,
      [texts, lexemeQueries(identifiers).sure.join(' | ')],
    );
    missed.push(...rows.map(({ text }) => `index: ${text}`));
    const judge = new Judge(personOf('sought', identifiers));
    const crowd = new Crowd([judge, stranger]);
    const isPassedBy = (text: string) =>
      !crowd.candidates(text, { people: [], companies: [] }).includes(judge);
    missed.push(...texts.filter(isPassedBy).map((text) => `crowd: ${text}`));
  }
  expect(missed).toEqual([]);
  expect(all).toBeGreaterThan(10_000);
});

const personOf = (contactId: string, identifiers: Identifiers) => ({
  ...{ contactId, identifiers },
  ...{ companyIds: [], namesakeIds: [], hasNamesake: false },
});
