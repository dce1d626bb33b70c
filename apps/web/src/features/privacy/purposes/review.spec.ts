import { basesFor, lacking } from './review.js';

const interest = { basis: 'legitimate_interest', balancingNote: '', reviewOn: null, builtIn: false };

describe('the balancing of a purpose', () => {
  it('is needed for a legitimate interest, with the balancing test of a purpose of one’s own', () => {
    expect(lacking(interest)).toEqual(['balancingNote', 'reviewOn']);
    expect(lacking({ ...interest, builtIn: true })).toEqual(['reviewOn']);
    expect(lacking({ ...interest, balancingNote: 'Weighed.', reviewOn: '2027-01-01' })).toEqual([]);
    expect(lacking({ ...interest, basis: 'consent' })).toEqual([]);
  });
});

describe('the bases of a purpose', () => {
  const bases = ['consent', 'contract', 'legitimate_interest'] as const;

  it('are consent and legitimate interest for marketing and profiling', () => {
    expect(basesFor('marketing', bases)).toEqual(['consent', 'legitimate_interest']);
    expect(basesFor('profiling', bases)).toEqual(['consent', 'legitimate_interest']);
  });

  it('are all of them for service', () => {
    expect(basesFor('service', bases)).toEqual(bases);
  });
});
