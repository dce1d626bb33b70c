import { fold, wordsOf } from './fold.js';

test.each([
  ['Äijälä', 'aijala'],
  ['Åsa ÖSTMAN', 'asa ostman'],
  ['A\u0308ija\u0308la\u0308', 'aijala'],
  ['Renée Čapek', 'renee capek'],
  ['Sørensen Łukasz Đặng', 'sorensen lukasz dang'],
  ["O'Brien O’Brien", 'obrien obrien'],
  ['İstanbul ISTANBUL', 'istanbul istanbul'],
  ['ΟΔΟΣ Дмитрий', 'οδοσ дмитрии'],
])('%s folds to %s', (text, folded) => {
  expect(fold(text)).toBe(folded);
});

test('folding twice changes nothing', () => {
  for (const text of ['Äijälä', 'Straße', 'Œuvre', 'Þór']) expect(fold(fold(text))).toBe(fold(text));
});

test('words are split at everything that is no letter or digit', () => {
  expect(wordsOf('  Anna-Liisa (VD), asa.l@kvarn.fi – Oy:n 3/2024 ')).toEqual([
    ...['anna', 'liisa', 'vd', 'asa', 'l', 'kvarn', 'fi', 'oy', 'n', '3', '2024'],
  ]);
  expect(wordsOf('?! “”')).toEqual([]);
});
