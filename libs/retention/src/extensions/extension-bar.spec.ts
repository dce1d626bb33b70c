import { extensionBar, type Extendable } from './extension-bar.js';
import { NotExtendable, type ExtensionBar } from './extensions.errors.js';

const about: Extendable = {
  ...{ dueOn: '2027-03-14', ground: 'former_customers', start: 'relationship_ended' },
  isErased: false,
  ...{ hasObjectedToEverything: false, hasOnlyWithdrawnConsent: false },
};

describe('keeping a person longer (H6, P8)', () => {
  it('is possible where a ground has a day that can be put off', () => {
    expect(extensionBar(about)).toBeNull();
    expect(extensionBar({ ...about, ground: 'prospects', start: 'extended' })).toBeNull();
  });

  it.each<[ExtensionBar, Partial<Extendable>]>([
    ['erased', { isErased: true }],
    ['objected_to_everything', { hasObjectedToEverything: true }],
    ['objected_to_everything', { hasObjectedToEverything: true, dueOn: null, ground: 'customers' }],
    ['objected_to_everything', { ground: 'withdrawn', start: 'objected' }],
    ['consent_withdrawn', { hasOnlyWithdrawnConsent: true }],
    ['consent_withdrawn', { ground: 'withdrawn', start: 'consent_withdrawn' }],
    ['no_ground_left', { ground: 'withdrawn', start: 'collected' }],
    ['not_about_to_go', { dueOn: null, ground: 'customers', start: 'customer_since' }],
  ])('is not, and says why: %s', (code, facts) => {
    expect(extensionBar({ ...about, ...facts })).toBe(code);
    expect(new NotExtendable(code)).toMatchObject({ kind: 'conflict', code });
  });
});
