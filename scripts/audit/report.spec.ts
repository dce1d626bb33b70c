import { headOf, linesOf } from './report.ts';

const report = {
  verified: true,
  events: 1_234,
  links: 1_300,
  pending: 2,
  beganAt: '2026-11-01T00:00:00.000Z',
  prunedUntil: { read: '2024-11-23T04:11:00.000Z', decision: null },
  head: { seq: 1_300, hash: 'ab'.repeat(32) },
  firstBroken: null,
};

describe('the report on the audit record', () => {
  it('says how much was checked, what was pruned, and what to note', () => {
    expect(linesOf(report, 0.25)).toEqual([
      'The audit record verifies: 1,234 events, 1,300 links, 2 waiting for theirs, in 0.3 s.',
      'Pruned by its retention rule: reads before 2024-11-23T04:11:00.000Z.',
      expect.stringContaining(`Its last link is 1300:${'ab'.repeat(32)}.`),
    ]);
  });

  it('names the first broken link', () => {
    const broken = (seq: number | null, eventId: string | null) =>
      linesOf({ ...report, firstBroken: { seq, eventId, reason: 'changed_event' } }, 1)[0];
    const why = 'the event is not what was sealed (changed_event).';
    expect(broken(5, 'e')).toBe(`The audit record is broken at link 5, event e: ${why}`);
    expect(broken(null, null)).toBe(`The audit record is broken: ${why}`);
  });

  it('takes a noted head', () => {
    expect(headOf([])).toBeUndefined();
    expect(headOf(['--head', `12:${'0f'.repeat(32)}`])).toEqual({ seq: 12, hash: '0f'.repeat(32) });
    expect(() => headOf(['--head', '12'])).toThrow('npm run audit:verify');
  });
});
