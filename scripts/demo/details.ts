import type { Random } from './random.js';

/**
 * Identifiers and addresses that have the right form and reach nobody:
 * - Business ids from nine million on, where none has been given out, with the right check digit.
 * - Phone numbers that begin with 0 after the area code: Finland reserves no range for fiction, and since 0 is the
 *   trunk prefix, no subscriber's number begins with it. Sweden's are those that PTS keeps for fiction (08-465 004 00
 *   to 99), Britain's those of Ofcom (020 7946 0000 to 0999).
 * - E-mail addresses and websites under `.example`, which nobody can register (RFC 2606).
 */

const weights = [7, 9, 10, 5, 8, 4, 2];

/** A business id, `9123456-7`; another for each `nth` (0 to 3,999). */
export function businessId(random: Random, nth: number): string {
  for (;;) {
    const digits = String(9_000_000 + nth * 250 + random.int(0, 249));
    const remainder = weights.reduce((sum, weight, i) => sum + weight * Number(digits[i]), 0) % 11;
    if (remainder !== 1) return `${digits}-${remainder === 0 ? 0 : 11 - remainder}`;
  }
}

/** A Swedish VAT number of a series that is not in use yet. */
export function swedishVatNumber(random: Random): string {
  const digits = `5599${random.int(10_000, 99_999)}`;
  const sum = [...digits].reduce((total, digit, i) => {
    const doubled = Number(digit) * (i % 2 === 0 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return `SE${digits}${(10 - (sum % 10)) % 10}01`;
}

const finnishAreas = ['9', '9', '9', '13', '14', '15', '16', '17', '18', '19'];

/** E.164. */
export function phone(random: Random, country: string): string | null {
  if (country === 'FI') return `+358${random.pick(finnishAreas)}0${random.int(1_00000, 9_99999)}`;
  if (country === 'SE') return `+468465004${String(random.int(0, 99)).padStart(2, '0')}`;
  if (country === 'GB') return `+44207946${String(random.int(0, 999)).padStart(4, '0')}`;
  return null;
}

/** Lower-case letters and hyphens, as people make domain and user names of a name. */
export const slug = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[øð]/g, 'o')
    .replace(/ł/g, 'l')
    .replace(/ß/g, 'ss')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/&/g, ' ')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** Domains, each once. */
export class Domains {
  private readonly taken = new Set<string>();

  /** `Konepaja Mäkelä Oy` → `konepajamakela.example`. */
  of(companyName: string): string {
    const base = slug(
      companyName.replace(/ (Oy|Oyj|Ab|Abp|Ky|Kb|Ay|Öb|AB|OÜ|AS|GmbH|Ltd|ry|sr)$/, ''),
    ).replaceAll('-', '');
    for (let n = 1; ; n++) {
      const domain = `${base}${n === 1 ? '' : n}.example`;
      if (!this.taken.has(domain) && this.taken.add(domain)) return domain;
    }
  }
}
