import { asksForRole, looks, profilingLines, stateOf } from './looks.js';
import { grounds, refusals } from './model.js';

describe('the look of a decision', () => {
  it.each(grounds)('is a yes for %s', (code) => {
    expect(stateOf({ allowed: true, code })).toBe('allowed');
  });

  it.each(refusals)('is a no of some kind for %s', (code) => {
    const state = stateOf({ allowed: false, code });
    expect(state).not.toBe('allowed');
    expect(looks).toHaveProperty(state);
  });

  it('tells a no that somebody said from one that nobody asked about', () => {
    const stateFor = (code: (typeof refusals)[number]) => stateOf({ allowed: false, code });
    for (const code of ['objected', 'company_objected', 'suppressed', 'consent_withdrawn'] as const)
      expect(stateFor(code)).toBe('objected');
    expect(stateFor('consent_missing')).toBe('notAsked');
  });
});

describe('the lines of profiling', () => {
  const off = { allowed: false, code: 'purpose_off' } as const;
  const objected = { allowed: false, code: 'objected' } as const;

  it('are one where they stand alike', () => {
    expect(profilingLines([off, off, off])).toEqual([off]);
    expect(profilingLines([objected, objected, objected])).toEqual([objected]);
  });

  it('are each their own as soon as one differs', () => {
    expect(profilingLines([off, objected, off])).toHaveLength(3);
    expect(profilingLines([])).toEqual([]);
  });
});

describe('the question about somebody’s work', () => {
  it('is asked where the job is not known or does not fit, and where the sender has to say why', () => {
    expect(asksForRole({ code: 'role_unknown', obligations: [] })).toBe(true);
    expect(asksForRole({ code: 'outside_role', obligations: [] })).toBe(true);
    expect(asksForRole({ code: 'job_role', obligations: ['role_link'] })).toBe(true);
    expect(asksForRole({ code: 'job_role', obligations: ['opt_out'] })).toBe(false);
    expect(asksForRole({ code: 'objected', obligations: [] })).toBe(false);
  });
});
