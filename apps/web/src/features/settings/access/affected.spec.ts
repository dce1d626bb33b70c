import type { User } from '../../../api/model.js';
import { withoutFactor } from './affected.js';

const user = (name: string, changes: Partial<User>): User => ({
  id: name,
  name,
  active: true,
  roles: ['salesperson'],
  language: 'fi',
  duty: null,
  kind: 'staff',
  nextEndAt: null,
  secondFactors: [],
  createdAt: '2026-11-23T08:00:00Z',
  version: 1,
  ...changes,
});

describe('whom a demand for a second factor concerns', () => {
  it('is every active user with such a role and no factor', () => {
    const users = [
      user('a', {}),
      user('b', { secondFactors: ['totp'] }),
      user('c', { secondFactors: ['recovery_code'] }),
      user('d', { active: false }),
      user('e', { roles: ['auditor'] }),
      user('f', { roles: ['auditor', 'salesperson'] }),
    ];
    expect(withoutFactor(users, ['salesperson']).map(({ name }) => name)).toEqual(['a', 'c', 'f']);
    expect(withoutFactor(users, [])).toEqual([]);
  });
});
