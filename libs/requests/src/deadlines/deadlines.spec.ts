import { deadlineOf, mayExtendOn, urgencyOf } from './deadlines.js';

describe('the deadline of a request (V8, GDPR Art. 12(3))', () => {
  it.each([
    ['2026-11-23', 0, '2026-12-23'],
    ['2027-01-31', 0, '2027-02-28'],
    ['2028-01-31', 0, '2028-02-29'],
    ['2028-02-29', 0, '2028-03-29'],
    ['2026-12-31', 2, '2027-03-31'],
    ['2026-11-30', 2, '2027-02-28'],
    ['2026-03-15', 1, '2026-05-15'],
  ])('of one received on %s, %i months later, is %s', (receivedOn, extension, dueOn) => {
    expect(deadlineOf(receivedOn, extension)).toBe(dueOn);
  });

  it('is put off only by a notice inside the first month', () => {
    expect(mayExtendOn('2027-01-31', '2027-02-28')).toBe(true);
    expect(mayExtendOn('2027-01-31', '2027-03-01')).toBe(false);
  });

  it('is due soon in its last week, over summer time as well, and overdue from the day after', () => {
    expect(urgencyOf('2026-03-31', '2026-03-23')).toBe('in_time');
    expect(urgencyOf('2026-03-31', '2026-03-24')).toBe('due_soon');
    expect(urgencyOf('2026-03-31', '2026-03-31')).toBe('due_soon');
    expect(urgencyOf('2026-03-31', '2026-04-01')).toBe('overdue');
  });
});
