import { parseQuery } from './parse-query.js';
import { tsquery } from './tsquery.js';

const loosest = (text: string) => parseQuery(text).map((token) => tsquery([token.prefix]));

test('each word is a token, once', () => {
  expect(loosest('Åsa  LIND asa')).toEqual([`('asa':*)`, `('lind':*)`]);
});

test('an e-mail address is its words', () => {
  expect(loosest('asa.l@kvarn.fi')).toEqual([`('asa':*)`, `('l':*)`, `('kvarn':*)`, `('fi':*)`]);
});

test.each([
  ['+358 40 123 4567', `'#401234567':*`],
  ['00358401234567', `'#401234567':*`],
  ['040-1234567', `'#401234567':*`],
  ['0401234567', `'#401234567':*`],
  ['358401234567', `'#401234567':*`],
  ['(040) 123', `'#40123':*`],
  ['+46 70 174', `'#70174':*`],
  ['+1 202 555', `'#202555':*`],
  ['4567', `'~7654':*`],
  ['0701740615', `'~516047107':*`],
  ['1234567-1', `'#12345671':*`],
  ['0123456-2', `'#01234562':*`],
])('the number %s is looked for as %s', (text, lexeme) => {
  const tokens = loosest(text);
  expect(tokens).toHaveLength(1);
  expect(tokens[0]).toContain(lexeme);
});

test('a number is also looked for as words: a year, an order', () => {
  expect(loosest('3/2024')[0]).toContain(`'3':* & '2024':*`);
});

test('digits beside words stay together', () => {
  expect(loosest('asa 040 123 lind')).toHaveLength(3);
});

test('nothing to look for is no token', () => {
  for (const text of ['', ' ', '?!', '+', '-', '()', '😀 –']) expect(parseQuery(text)).toEqual([]);
});

test('what PostgreSQL would read as an operator is quoted or dropped', () => {
  expect(loosest(`a:* & !b | 'c\\`)).toEqual([`('a':*)`, `('b':*)`, `('c':*)`]);
  expect(tsquery([[[{ text: `o'b\\c`, prefix: false }]]])).toBe(`('o''b\\\\c')`);
});

test('a hundred characters are a handful of tokens', () => {
  expect(parseQuery('a b c d e f g h i j k l m n o p q r s t u v')).toHaveLength(8);
});
