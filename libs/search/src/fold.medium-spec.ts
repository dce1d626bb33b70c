import { createTestDatabase } from '@seloste/testing';
import fc from 'fast-check';
import { Client } from 'pg';
import { fold, wordsOf } from './fold.js';

let owner: Client;

beforeAll(async () => {
  owner = new Client({ connectionString: (await createTestDatabase()).url });
  await owner.connect();
});

afterAll(() => owner.end());

/** Latin, Greek and Cyrillic with their accents, punctuation, symbols and emoji, as people paste them. */
const character = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(..."aäåöÄÅÖéÉüßæœøłıİ'’-. @/+0123456789\u0308\u0301Σς😀–…") },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 0x24f }).map((code) => String.fromCodePoint(code)) },
  { weight: 1, arbitrary: fc.integer({ min: 0x370, max: 0x52f }).map((code) => String.fromCodePoint(code)) },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 0x1e00, max: 0x303f }).map((code) => String.fromCodePoint(code)),
  },
);

test('the application folds and splits as the database does', async () => {
  const texts = fc.sample(fc.string({ unit: character, maxLength: 40 }), { numRuns: 3000, seed: 7 });
  const { rows } = await owner.query<{ folded: string; words: string }>(
    'SELECT search_fold(t) AS folded, search_lexemes(t) AS words FROM unnest($1::text[]) WITH ORDINALITY AS given (t, n) ORDER BY n',
    [texts],
  );
  const differing = texts.flatMap((text, i) => {
    const [folded, words] = [fold(text), wordsOf(text).join(' ')];
    return rows[i]?.folded === folded && rows[i].words === words ? [] : [{ text, folded, words, ...rows[i] }];
  });
  expect(differing).toEqual([]);
});
