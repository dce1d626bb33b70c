import { longestFailure, nextAttempt } from './back-off.js';

describe('a message that did not come through', () => {
  it('is tried again soon at first, ever more seldom, for three days, and then given up', () => {
    const start = new Date('2026-11-23T08:00:00Z');
    const waits: number[] = [];
    let now = start;
    for (let attempts = 1; ; attempts++) {
      const next = nextAttempt(attempts, now);
      if (next === null) break;
      waits.push(next.getTime() - now.getTime());
      now = next;
    }
    expect(waits[0]).toBe(5_000);
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    expect(now.getTime() - start.getTime()).toBeGreaterThanOrEqual(longestFailure);
  });
});
