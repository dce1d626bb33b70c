import type { InvalidInput } from '@seloste/kernel';
import type { PlaceHold } from './holds.dto.js';
import { termsOf } from './hold-terms.js';

const today = '2026-11-23';
const terms = (input: Partial<PlaceHold>) => termsOf({ ground: 'dispute', reason: 'x', ...input }, today);
const refusal = (input: Partial<PlaceHold>): string => {
  try {
    terms(input);
  } catch (error) {
    return (error as InvalidInput).fields.map(({ field, code }) => `${field} ${code}`).join();
  }
  return 'taken';
};
const voucher = {
  ground: 'accounting_voucher',
  document: 'A 12',
  financialYearEndedOn: '2024-04-30',
} as const;

describe('the terms of a hold (H18, V14)', () => {
  it('are the Accounting Act’s for its documents, by the law’s days and for the few things that the law needs', () => {
    expect(terms(voucher)).toEqual({
      document: 'A 12',
      financialYearEndedOn: '2024-04-30',
      until: '2030-12-31',
      reviewOn: null,
      categories: ['identity', 'company_details', 'billing'],
    });
    expect(terms({ ...voucher, ground: 'accounting_book' }).until).toBe('2034-04-30');
    expect(terms({ ...voucher, until: '2030-12-31' }).until).toBe('2030-12-31');
  });

  it.each<[string, Partial<PlaceHold>]>([
    ['until too_soon', { ...voucher, until: '2030-12-30' }],
    ['until too_late', { ...voucher, until: '2031-01-01' }],
    ['document required', { ...voucher, document: null }],
    ['financialYearEndedOn required', { ground: 'accounting_book', document: 'Pääkirja' }],
    ['financialYearEndedOn over', { ...voucher, financialYearEndedOn: '2019-12-31' }],
    ['financialYearEndedOn too_late', { ...voucher, financialYearEndedOn: '2028-05-24' }],
    ['financialYearEndedOn unexpected', { financialYearEndedOn: '2024-04-30', until: '2027-01-01' }],
    ['until required', {}],
    ['until past', { until: '2026-11-22' }],
    ['reviewOn past', { reviewOn: today }],
    ['reviewOn too_late', { reviewOn: '2027-11-24' }],
  ])('refuse: %s', (said, input) => {
    expect(refusal(input)).toBe(said);
  });

  it('last to the last day of the sixth year, that day included', () => {
    const onItsLastDay = termsOf(
      { ...voucher, reason: 'x', financialYearEndedOn: '2020-02-29' },
      '2026-12-31',
    );
    expect(onItsLastDay.until).toBe('2026-12-31');
  });

  it('have what ends in more than a year looked at in a year, and take a nearer day', () => {
    expect(terms({ until: '2029-01-01' })).toMatchObject({ until: '2029-01-01', reviewOn: '2027-11-23' });
    expect(terms({ until: '2029-01-01', reviewOn: '2027-01-01' }).reviewOn).toBe('2027-01-01');
    expect(terms({ until: '2027-11-23' }).reviewOn).toBeNull();
    expect(terms({ reviewOn: '2027-11-23' })).toMatchObject({ until: null, reviewOn: '2027-11-23' });
  });
});
