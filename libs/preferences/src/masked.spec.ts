import { masked } from './masked.js';

describe('an address as its owner alone knows it again', () => {
  it.each([
    ['asa.lindqvist@kvarnen.example', 'a•••@k•••.example'],
    ['äö@työ.fi', 'ä•••@t•••.fi'],
    ['x@y', 'x•••@y•••y'],
    ['+358401234567', '+358 ••• 67'],
    ['0401234567', '••• 67'],
  ])('%s', (value, shown) => {
    expect(masked(value)).toBe(shown);
  });
});
