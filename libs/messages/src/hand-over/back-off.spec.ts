import { nextAttempt } from './back-off.js';

const createdAt = new Date('2026-11-23T08:00:00Z');
const minutesUntil = (attempts: number) =>
  ((nextAttempt({ attempts, createdAt }, createdAt)?.getTime() ?? 0) - createdAt.getTime()) / 60_000;

describe('a message that the mail server put off', () => {
  it('is tried again in a minute, and ever less often', () => {
    expect([0, 1, 2, 3, 20].map(minutesUntil)).toEqual([1, 3, 9, 27, 360]);
  });

  it('is given up after three days', () => {
    const hours = (count: number) => new Date(createdAt.getTime() + count * 3_600_000);
    expect(nextAttempt({ attempts: 20, createdAt }, hours(71))).not.toBeNull();
    expect(nextAttempt({ attempts: 20, createdAt }, hours(73))).toBeNull();
  });
});
