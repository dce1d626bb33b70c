import type { AudienceCounts, AudienceQuery } from './audience.dto.js';
import type { CountRow } from './live-audience.js';

/** As {@link CountRow}; a null code: nothing is decided of these yet. */
export type Counted = Omit<CountRow, 'code' | 'allowed' | 'language' | 'fellBack'> & {
  code: string | null;
  allowed: boolean | null;
  language: string | null;
  fellBack: boolean | null;
};

const sum = (rows: Counted[]): number => rows.reduce((total, { n }) => total + n, 0);

function tally(rows: Counted[], keyOf: (row: Counted) => string | null): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const row of rows) {
    const key = keyOf(row);
    if (key !== null) counts[key] = (counts[key] ?? 0) + row.n;
  }
  return counts;
}

/** The whole audience in numbers. */
export function summaryOf(rows: Counted[]): AudienceCounts {
  const included = rows.filter(({ allowed }) => allowed === true);
  return {
    included: sum(included),
    leftOut: sum(rows.filter(({ allowed }) => allowed === false)),
    undecided: sum(rows.filter(({ code }) => code === null)),
    byCode: tally(rows, ({ code }) => code),
    byLanguage: tally(included, ({ language }) => language),
    fellBack: sum(included.filter(({ fellBack }) => fellBack)),
  };
}

/** How many the filters find. */
export const totalOf = (rows: Counted[], { included, code, language }: AudienceQuery): number =>
  sum(
    rows.filter(
      (row) =>
        (included === undefined || String(row.allowed) === included) &&
        (code === undefined || row.code === code) &&
        (language === undefined || row.language === language),
    ),
  );
