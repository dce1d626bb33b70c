import { groups } from './tol-2008-groups.js';
import { sectionsAndDivisions } from './tol-2008.js';

/** One class of TOL 2008: a section (`C`), a division (`25`) or a group (`256`), with its official names. */
export interface Industry {
  code: string;
  fi: string;
  sv: string;
  en: string;
}

const parse = (table: string): Industry[] =>
  table
    .trim()
    .split('\n')
    .map((line) => {
      const [code = '', fi = '', sv = '', en = ''] = line.split('|');
      return { code, fi, sv, en };
    });

const allGroups = parse(groups);

/** TOL 2008 (NACE Rev. 2) in its own order: every section, followed by its divisions, each followed by its groups. */
export const industries: readonly Industry[] = parse(sectionsAndDivisions).flatMap((industry) => [
  industry,
  ...allGroups.filter(({ code }) => code.startsWith(industry.code)),
]);

const byCode: ReadonlyMap<string, Industry> = new Map(
  industries.map((industry) => [industry.code, industry]),
);

/** Whether the code has the form of a TOL 2008 code (2 to 5 digits, no dots) and begins with a division that exists. */
export const isIndustryCode = (code: string): boolean =>
  /^\d{2,5}$/.test(code) && byCode.has(code.slice(0, 2));

/** The deepest class known above or at a code: `43210` → group `432`; null when not even the division exists. */
export function industryOf(code: string): Industry | null {
  if (!isIndustryCode(code)) return null;
  return byCode.get(code.slice(0, 3)) ?? byCode.get(code.slice(0, 2)) ?? null;
}
