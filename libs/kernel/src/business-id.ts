import { createRequire } from 'node:module';

const weights = [7, 9, 10, 5, 8, 4, 2];

/** True of seven digits and a check digit that belong together (weights 7 9 10 5 8 4 2, modulo 11; remainder 1 is never given out). */
function hasCheckDigit(digits: string): boolean {
  const sum = weights.reduce((total, weight, i) => total + weight * Number(digits[i]), 0);
  const remainder = sum % 11;
  return remainder !== 1 && Number(digits[7]) === (remainder === 0 ? 0 : 11 - remainder);
}

/**
 * A Finnish business id (Y-tunnus, FO-nummer) as it is printed, `1234567-8`; null when the value is none.
 * Understands the VAT form `FI12345678`, a missing hyphen or a dash in its place, and old ids of six digits.
 */
export function normaliseBusinessId(value: string): string | null {
  const match = /^(?:FI)?(\d{6,7})[-‐‑–−]?(\d)$/i.exec(value.replace(/\s/g, ''));
  if (!match?.[1] || !match[2]) return null;
  const digits = match[1].padStart(7, '0') + match[2];
  return hasCheckDigit(digits) ? `${digits.slice(0, 7)}-${digits.slice(7)}` : null;
}

/** Is it a Finnish business id, in any of the forms that {@link normaliseBusinessId} understands? */
export const isBusinessId = (value: unknown): value is string =>
  typeof value === 'string' && normaliseBusinessId(value) !== null;

type Stdnum = typeof import('stdnum');
let loaded: Stdnum | undefined;
/** The rules of ninety countries take a tenth of a second and 20 MB to load: only when a foreign number comes up. */
const stdnum = (): Stdnum => (loaded ??= createRequire(import.meta.url)('stdnum') as Stdnum);

/** Does the part after the prefix follow that country's rules? Greece writes EL, Northern Ireland XI. */
function followsRules(prefix: string, number: string): boolean {
  if (prefix === 'FI') return isBusinessId(number);
  if (prefix === 'GR') return false;
  const { euVat, stdnum: all } = stdnum();
  const rules =
    { EL: euVat.GR, XI: [all.GB?.vat], GB: [all.GB?.vat], NO: [all.NO?.mva] }[prefix] ??
    (Object.hasOwn(euVat, prefix) ? euVat[prefix] : undefined);
  return rules?.some((rule) => rule?.validate(number).isValid === true) ?? false;
}

/**
 * A VAT number of the EU, Northern Ireland, Great Britain, Norway or Switzerland, with its country prefix and without
 * spaces or punctuation, for example `SE556677889901`; null when its form or check digits are wrong.
 */
export function normaliseVatNumber(value: string): string | null {
  const compact = value.toUpperCase().replace(/[\s.\-‐‑–−]/g, '');
  const [, prefix, number] = /^([A-Z]{2})([A-Z0-9+*]{2,15})$/.exec(compact) ?? [];
  if (prefix === undefined || number === undefined) return null;
  return followsRules(prefix, prefix === 'CH' ? compact : number) ? compact : null;
}

/** Is it a VAT number that {@link normaliseVatNumber} understands? */
export const isVatNumber = (value: unknown): value is string =>
  typeof value === 'string' && normaliseVatNumber(value) !== null;
