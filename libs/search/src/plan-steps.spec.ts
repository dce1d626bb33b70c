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
  expect(shapeOf('matti virtanen')).toEqual(['index']);
});

test('what many hold is looked for among the latest, whole words that are rare in the index too', () => {
  expect(shapeOf('mat')).toEqual(['recent+index', 'recent+index', 'index']);
  expect(shapeOf('matti')[0]).toBe('recent');
});

test('a common title that is a rare name is read from the index by name first', () => {
  expect(shapeOf('myyntipa')[0]).toBe('index');
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
  expect(shapeOf('040')[0]).toBe('recent');
  expect(shapeOf('0401234567')).toEqual(['index']);
});

test('without statistics everything is read from the index', () => {
  expect(shapeOf('m', null)).toEqual(['index']);
});
