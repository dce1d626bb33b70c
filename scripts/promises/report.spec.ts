import { report } from './report.ts';

const run = (tests: Record<string, string>) => ({
  testResults: [
    { assertionResults: Object.entries(tests).map(([fullName, status]) => ({ fullName, status })) },
  ],
});

describe('the report of promises', () => {
  const promises = { H1: 'one', H12: 'two', V3: 'three' };

  it('counts a promise as kept when tests name it and all of them passed', () => {
    const { lines, broken } = report(
      promises,
      run({ 'does it (H12)': 'passed', 'and more (V3, H12)': 'passed' }),
    );
    expect(lines).toContain('H12  kept    two');
    expect(lines).toContain('H1   open    one');
    expect(lines.at(-1)).toBe('2/3');
    expect(broken).toBe(false);
  });

  it('calls a promise broken when one of its tests failed', () => {
    const { lines, broken } = report(promises, run({ 'does it (V3)': 'passed', 'fails (V3)': 'failed' }));
    expect(lines).toContain('V3   BROKEN  three');
    expect(lines.at(-1)).toBe('0/3');
    expect(broken).toBe(true);
  });

  it('does not take a skipped test for a kept promise', () => {
    expect(report(promises, run({ 'skipped (V3)': 'pending' })).lines.at(-1)).toBe('0/3');
  });
});
