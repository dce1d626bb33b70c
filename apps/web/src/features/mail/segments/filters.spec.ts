import type { Segment } from '../../../api/model.js';
import { toSegment, valuesOf } from './filters.js';

describe('the form of a segment', () => {
  const segment = {
    name: 'Isännöitsijät',
    profilingPurpose: null,
    filters: {
      relationship: 'customer',
      languages: ['sv'],
      companyIds: ['c1'],
      lastContactBefore: '2026-01-01',
    },
  } as unknown as Segment;

  it('sends back what it was opened with', () => {
    const sent = toSegment(valuesOf(segment, [{ id: 'c1', name: 'Kvarnen Ab' }]));
    expect(JSON.parse(JSON.stringify(sent))).toEqual(segment);
  });

  it('sends no filter that is empty', () => {
    const sent = toSegment({ ...valuesOf(null, []), name: ' Kaikki ', industry: ' ' });
    expect(JSON.parse(JSON.stringify(sent))).toEqual({ name: 'Kaikki', profilingPurpose: null, filters: {} });
  });
});
