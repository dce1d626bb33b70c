import { addMonths } from '@seloste/kernel';
import type { HoldGround } from './hold-grounds.js';

type AccountingGround = Extract<HoldGround, `accounting_${string}`>;

export const isAccounting = (ground: HoldGround): ground is AccountingGround =>
  ground.startsWith('accounting_');

/** No financial year is longer than eighteen months (Accounting Act 1336/1997, chapter 1 section 4). */
export const longestFinancialYear = 18;

/**
 * The last day on which the Accounting Act (1336/1997, chapter 2 section 10) has a document kept. Vouchers,
 * correspondence and other material: to the end of the sixth year after the calendar year in which the financial year
 * ended. Books, financial statements and their like: ten years from its end.
 * @param financialYearEndedOn `YYYY-MM-DD`
 */
export function keptUntil(ground: AccountingGround, financialYearEndedOn: string): string {
  if (ground === 'accounting_book') return addMonths(financialYearEndedOn, 10 * 12);
  return `${Number(financialYearEndedOn.slice(0, 4)) + 6}-12-31`;
}
