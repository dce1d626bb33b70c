import dayjs from 'dayjs';
import { endOfDay, lastOutsideDay, mayOwn } from './role-values.js';

describe('the last day for somebody from outside', () => {
  it('ends within thirty days from now, at whatever time of the day', () => {
    for (const time of ['00:00', '12:30', '23:59']) {
      const now = dayjs(`2026-11-23T${time}`);
      const end = dayjs(endOfDay(lastOutsideDay(now)));
      expect(end.diff(now, 'hour', true)).toBeLessThanOrEqual(30 * 24);
      expect(end.diff(now, 'hour', true)).toBeGreaterThan(29 * 24 - 1);
    }
  });
});

describe('whoever may own people', () => {
  it('may sign in and has a role that sees them', () => {
    expect(mayOwn({ active: true, roles: ['admin', 'salesperson'] })).toBe(true);
    expect(mayOwn({ active: false, roles: ['salesperson'] })).toBe(false);
    expect(mayOwn({ active: true, roles: ['admin', 'technician'] })).toBe(false);
    expect(mayOwn({ active: true, roles: [] })).toBe(false);
  });
});
