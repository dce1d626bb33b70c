import { oneSlipAway } from './edits.js';

test.each([
  ['lindqist', 'lindqvist', 'a letter too few'],
  ['lindqvvist', 'lindqvist', 'a letter too many'],
  ['lindkvist', 'lindqvist', 'a wrong letter'],
  ['lindqvits', 'lindqvist', 'two swapped'],
  ['irtanen', 'virtanen', 'the first letter missing'],
  ['virtane', 'virtanen', 'the last letter missing'],
])('%s is one slip from %s: %s', (typed, meant) => {
  expect(oneSlipAway(typed)).toContain(meant);
});

test('two slips are too many, and the word itself is none', () => {
  expect(oneSlipAway('lindkist')).not.toContain('lindqvist');
  expect(oneSlipAway('anna')).not.toContain('anna');
});

test('no guess is made twice', () => {
  const guesses = oneSlipAway('anna');
  expect(new Set(guesses).size).toBe(guesses.length);
});
