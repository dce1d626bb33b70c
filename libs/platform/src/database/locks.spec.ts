import { locks } from './locks.js';

describe('the numbers of advisory locks', () => {
  it('are all different, so that no two parts of the product wait for each other by chance', () => {
    expect(new Set(Object.values(locks)).size).toBe(Object.keys(locks).length);
  });
});
