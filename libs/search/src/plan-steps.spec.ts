import { parseQuery } from './parse-query.js';
import { planSteps } from './plan-steps.js';
import { asTyped } from './wanted.js';
import { Commonness } from './word-statistics.js';

const shares = new Map([
  ['matti', 0.02],
  ['=matti', 0.02],
  ['myyntipaallikko', 0.1],
  ['virtanen', 0.0008],
  ['=virtanen', 0.0005],
]);
const million = new Commonness(1_000_000, shares);

const shapeOf = (q: string, commonness: Commonness | null = million) =>
  planSteps(asTyped('contact', parseQuery(q)), commonness).map((steps) =>
    steps.map(({ source }) => source).join('+'),
  );

test('what few entries hold is read from the index in one go', () => {
  expect(shapeOf('virtanen')).toEqual(['index']);
});

test('what many hold is looked for among the latest, in names first; whole words are asked for before', () => {
  expect(shapeOf('mat')).toEqual(['index+index', 'recent', 'recent', 'index']);
  expect(shapeOf('matti')[0]).toBe('recent');
});

test('the words as they stand are tried as the beginning of a name', () => {
  const [first] = planSteps(asTyped('contact', parseQuery('matti mat')), million);
  expect(first).toMatchObject([{ source: 'index', fetch: `('=matti mat':*)` }]);
});

test('a common title that is a rare name is read from the index by name first', () => {
  expect(shapeOf('myyntipa').slice(0, 3)).toEqual(['index+index', 'index', 'recent']);
});

test('a common word beside a rare one is checked, not asked for', () => {
  const common = new Commonness(5_000_000, new Map([['tarjous', 0.2]]));
  const [steps] = planSteps(asTyped('interaction', parseQuery('tarjous qvist')), common);
  expect(steps?.[0]).toMatchObject({
    source: 'index',
    fetch: `('qvist':*)`,
    match: `('tarjous':*) & ('qvist':*)`,
  });
});

test('the beginning of a phone number is common although every number is rare', () => {
  expect(shapeOf('040')).toContain('recent');
  expect(shapeOf('0401234567')).toEqual(['index']);
});

test('without statistics everything is read from the index', () => {
  expect(shapeOf('m', null)).toEqual(['index']);
});
