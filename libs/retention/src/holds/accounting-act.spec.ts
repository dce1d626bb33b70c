import { isAccounting, keptUntil } from './accounting-act.js';
import { holdGrounds } from './hold-grounds.js';

describe('the Accounting Act (1336/1997, chapter 2 section 10; V14)', () => {
  it.each([
    ['2017-04-30', '2023-12-31'], // the example of the law's own guides
    ['2017-12-31', '2023-12-31'],
    ['2018-01-01', '2024-12-31'],
    ['2016-02-29', '2022-12-31'],
    ['2026-12-31', '2032-12-31'],
    ['1999-06-30', '2005-12-31'],
  ])('has a voucher of the year that ended on %s kept to %s', (ended, until) => {
    expect(keptUntil('accounting_voucher', ended)).toBe(until);
  });

  it.each([
    ['2017-04-30', '2027-04-30'],
    ['2017-12-31', '2027-12-31'],
    ['2016-02-29', '2026-02-28'],
    ['2014-02-28', '2024-02-28'],
    ['1999-06-30', '2009-06-30'],
  ])('has a book of the year that ended on %s kept to %s', (ended, until) => {
    expect(keptUntil('accounting_book', ended)).toBe(until);
  });

  it('is the ground of vouchers and books alone', () => {
    expect(holdGrounds.filter(isAccounting)).toEqual(['accounting_voucher', 'accounting_book']);
  });
});
