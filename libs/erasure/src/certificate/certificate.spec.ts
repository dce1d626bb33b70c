import { canonical, hashOf } from './certificate.js';

const certificate = {
  version: 1,
  counts: { contacts: { pseudonymise: 1 }, contact_points: { delete_row: 3 } },
};

describe('the hash of a certificate', () => {
  it('is the same in whatever order the database gives its keys back', () => {
    const turned = {
      counts: { contact_points: { delete_row: 3 }, contacts: { pseudonymise: 1 } },
      version: 1,
    };
    expect(canonical(turned)).toBe(canonical(certificate));
    expect(hashOf(JSON.parse(JSON.stringify(turned)))).toBe(hashOf(certificate));
  });

  it('is another when a count was changed', () => {
    const changed = { ...certificate, counts: { ...certificate.counts, contact_points: { delete_row: 2 } } };
    expect(hashOf(changed)).not.toBe(hashOf(certificate));
  });
});
