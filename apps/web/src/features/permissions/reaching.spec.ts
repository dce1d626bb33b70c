import { reachOf, instantOf } from './evidence-values.js';
import type { ChannelPermission } from '../../api/model.js';
import { waysTo } from './reaching.js';

const no = (channel: ChannelPermission['channel']) =>
  ({ channel, allowed: false, code: 'objected' }) as ChannelPermission;
const yes = (channel: ChannelPermission['channel']) =>
  ({ channel, allowed: true, code: 'job_role' }) as ChannelPermission;
const asa = { phones: ['+358401234567'], emails: ['asa@kvarnen.example'] };

describe('the ways to a person', () => {
  it('are those with a number or an address', () => {
    expect(waysTo({ phones: [], emails: null }, [])).toEqual([]);
    expect(waysTo(asa, []).map(({ href }) => href)).toEqual([
      'tel:+358401234567',
      'mailto:asa@kvarnen.example',
      'sms:+358401234567',
    ]);
  });

  it('stay where they are blocked, with the decision that blocks them', () => {
    const ways = waysTo(asa, [no('phone'), yes('email')]);
    expect(ways.map(({ channel, blocked }) => [channel, blocked?.code ?? null])).toEqual([
      ['phone', 'objected'],
      ['email', null],
      ['sms', null],
    ]);
  });
});

describe('an objection', () => {
  it.each([
    ['all', 'all', 'all'],
    ['phone', 'all', 'channel'],
    ['all', 'newsletter', 'purpose'],
    ['phone', 'newsletter', 'both'],
  ] as const)('to %s and %s reaches %s', (channel, purpose, reach) => {
    expect(reachOf({ channel, purpose })).toBe(reach);
  });

  it('of today was said now, an earlier one at noon of its day', () => {
    const now = new Date(2026, 10, 23, 9, 30);
    expect(instantOf('2026-11-23', now)).toBe(now.toISOString());
    expect(instantOf('2026-11-02', now)).toBe(new Date(2026, 10, 2, 12).toISOString());
  });
});
