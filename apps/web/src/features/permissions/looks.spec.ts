import type { Decision } from '../../api/model.js';
import { asksForRole, profilingLines, stateOf } from './looks.js';

describe('the look of a decision', () => {
  const no = (code: Decision['code']) => stateOf({ allowed: false, code });

  it('is a yes where it is permitted', () => {
    expect(stateOf({ allowed: true, code: 'job_role' })).toBe('allowed');
  });

  it('tells a no that somebody said from one that nobody asked about', () => {
    for (const code of ['objected', 'company_objected', 'suppressed', 'consent_withdrawn'] as const)
      expect(no(code)).toBe('objected');
    expect(no('consent_missing')).toBe('notAsked');
  });

  it('is never a yes for a no that this page does not know yet', () => {
    expect(no('learnt_later' as Decision['code'])).toBe('notAsked');
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
