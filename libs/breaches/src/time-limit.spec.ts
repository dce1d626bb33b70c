import { notifyBefore, urgencyOf } from './time-limit.js';

describe('the time for telling the authority of a breach (GDPR Art. 33(1))', () => {
  const awareAt = new Date('2027-03-27T10:00:00Z');
  const open = { awareAt, notifiedAt: null, risk: null };

  it('is 72 hours by the clock, over summer time too', () => {
    expect(notifyBefore(awareAt).toISOString()).toBe('2027-03-30T10:00:00.000Z');
  });

  it.each([
    ['2027-03-28T09:00:00Z', 'open'],
    ['2027-03-29T10:00:00Z', 'last_day'],
    ['2027-03-30T10:00:00Z', 'last_day'],
    ['2027-03-30T10:00:01Z', 'late'],
  ])('at %s is %s', (now, urgency) => {
    expect(urgencyOf(open, new Date(now))).toBe(urgency);
  });

  it('is over once the authority was told, or where there is no risk', () => {
    const late = new Date('2027-05-01T00:00:00Z');
    expect(urgencyOf({ ...open, notifiedAt: late }, late)).toBe('done');
    expect(urgencyOf({ ...open, risk: 'none' }, late)).toBe('done');
  });
});
