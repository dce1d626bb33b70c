import type { Alternatives } from './tsquery.js';
import type { Commonness } from './word-statistics.js';

/**
 * Microseconds, measured on PostgreSQL 18 with a million entries: to fetch and check a row, and to read one posting of
 * a word or of words that begin alike (which the index gathers one by one, and cannot skip through).
 */
const perRow = 2;
const perLatestRow = 1.3;
const perPosting = { word: 0.05, beginning: 0.3 };

/** So many matches among the latest entries are enough to rank. */
const enoughMatches = 30;
const latestRows = { least: 1_500, most: 20_000 };

/** Reading as many of the latest entries as hold enough matches. */
export function costOfLatest(match: Alternatives[], commonness: Commonness): { rows: number; cost: number } {
  const share = commonness.rowsOf(match) / Math.max(commonness.entries, 1);
  const rows = Math.min(
    latestRows.most,
    Math.max(latestRows.least, Math.ceil(enoughMatches / Math.max(share, 1e-9))),
  );
  return { rows, cost: Math.min(rows, commonness.entries) * perLatestRow };
}

/** Asking the index for the selective tokens, and fetching what they give. */
export const costOfIndex = (match: Alternatives[], commonness: Commonness): number =>
  choose(match, commonness).cost;

/** The tokens worth asking the index for; a common one is cheaper to check on the rows that the rare ones give. */
export const selective = (match: Alternatives[], commonness: Commonness): Alternatives[] =>
  choose(match, commonness).tokens;

function choose(match: Alternatives[], commonness: Commonness): { tokens: Alternatives[]; cost: number } {
  const [rarest, ...others] = match.toSorted((a, b) => commonness.share(a) - commonness.share(b));
  if (!rarest) return { tokens: [], cost: 0 };
  const tokens = [rarest];
  let rows = commonness.share(rarest) * commonness.entries;
  let cost = costOfPostings(rarest, commonness);
  for (const token of others) {
    const postings = costOfPostings(token, commonness);
    const remaining = rows * commonness.share(token);
    if ((rows - remaining) * perRow <= postings) continue;
    tokens.push(token);
    rows = remaining;
    cost += postings;
  }
  return { tokens, cost: cost + rows * perRow };
}

const costOfPostings = (token: Alternatives, commonness: Commonness): number =>
  token
    .flat()
    .reduce(
      (sum, lexeme) =>
        sum +
        commonness.share([[lexeme]]) *
          commonness.entries *
          (lexeme.prefix ? perPosting.beginning : perPosting.word),
      0,
    );
