import { forbids } from './company-objections.js';
import type { Objection } from '../../api/model.js';

const no = (of: Partial<Objection>) =>
  ({ channel: 'all', purpose: 'all', inForce: true, ...of }) as Objection;

describe('a company’s objection', () => {
  it('forbids the channels that it covers', () => {
    expect(forbids([no({})], 'email')).toBe(true);
    expect(forbids([no({ channel: 'phone' })], 'phone')).toBe(true);
    expect(forbids([no({ channel: 'phone' })], 'email')).toBe(false);
  });

  it('forbids marketing where it is about marketing', () => {
    expect(forbids([no({ purpose: 'direct_marketing' })], 'email')).toBe(true);
    expect(forbids([no({ purpose: 'survey' })], 'email')).toBe(false);
  });

  it('forbids nothing any more once it has ended', () => {
    expect(forbids([no({ inForce: false })], 'email')).toBe(false);
    expect(forbids([], 'email')).toBe(false);
  });
});
