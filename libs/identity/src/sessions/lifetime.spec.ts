import { idleLifetime, isOver, longestLifetime } from './lifetime.js';

const start = Date.parse('2026-11-02T08:00:00Z');
const day = 24 * 60 * 60 * 1000;

describe('a session', () => {
  const session = { seenAt: start, expiresAt: start + longestLifetime };

  it('goes on for 14 days without use, and ends then', () => {
    expect(idleLifetime).toBe(14 * day);
    expect(isOver(session, start + 14 * day - 1)).toBe(false);
    expect(isOver(session, start + 14 * day)).toBe(true);
  });

  it('ends after 30 days however much it is used', () => {
    const used = { ...session, seenAt: start + 30 * day - 1 };
    expect(isOver(used, start + 30 * day - 1)).toBe(false);
    expect(isOver(used, start + 30 * day)).toBe(true);
  });
});
