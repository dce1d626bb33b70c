import { excerptOf } from './excerpt.js';
import { beginning, exactly } from './tsquery.js';

const long = `${'alku '.repeat(40)}ja Vuosisopimus, joka tuli ${'loppu '.repeat(40)}`;

test('a short text is shown whole, on one line', () => {
  expect(excerptOf(' Soitin\n\n Åsalle ', [beginning('asa')])).toBe('Soitin Åsalle');
});

test('a long one is cut between words around the hit', () => {
  const excerpt = excerptOf(long, [beginning('vuosi')]);
  expect(excerpt).toMatch(/^… alku .*ja Vuosisopimus, joka tuli loppu .*loppu …$/);
  expect(excerpt?.length).toBeLessThan(200);
});

test('an exact word is not taken from the middle of a longer one', () => {
  expect(excerptOf(long, [exactly('vuosi')])).toMatch(/^alku .* …$/);
});

test('an endless word is cut', () => {
  expect(excerptOf('x'.repeat(5000), [exactly('y')])?.length).toBeLessThan(200);
});

test('nothing is shown of nothing', () => {
  expect(excerptOf(' \n', [])).toBeNull();
});
