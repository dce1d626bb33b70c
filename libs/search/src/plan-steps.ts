import { costOfIndex, costOfLatest, selective } from './reading-cost.js';
import type { SearchKind } from './search-kind.js';
import { tsquery, type Alternatives } from './tsquery.js';
import type { Commonness } from './word-statistics.js';

/** What a kind is searched for: the widest match, and narrower ones that rank before it, best first. */
export interface Wanted {
  kind: SearchKind;
  /** Every token in its loosest form. */
  all: Alternatives[];
  /** The same in the record's name alone; null where a name is not asked for. */
  name: Alternatives[] | null;
  /** The words as they stand, as the beginning of a whole name; null where they are not several. */
  fullName: Alternatives[] | null;
  /** Every token in its loosest form in the record's name; null where it can't be there. */
  named: Alternatives[] | null;
  /** Best first; each a subset of `all`. */
  tiers: Alternatives[][];
}

/**
 * One reading of search_entries. `index` asks the word index for `fetch` and keeps what matches `match`, `rows` at most;
 * `recent` looks through the `rows` latest entries: the way to go where so many match that the index would hand out
 * half the register.
 */
export interface Step {
  kind: SearchKind;
  source: 'index' | 'recent';
  match: string;
  fetch: string;
  rows: number;
  tiers: string[];
  /** What has to match where only a name may; null: nothing can. */
  named: string | null;
}

const mostIndexRows = 10_000;
/** As many of the latest entries as are ever looked through. */
export const mostLatestRows = 20_000;
const mostNamesakes = 4_000;
/** Microseconds. What costs less is not worth a round of its own. */
const cheap = 3_000;
const affordable = 10_000;
/** As a last resort, where the latest entries gave too little; beyond, more of the latest have to do. */
const bearable = 100_000;

/** Rounds of steps: a later round is needed only where those before gave too few. */
export function planSteps(wanted: Wanted, commonness: Commonness | null): Step[][] {
  const { kind, all, name, fullName } = wanted;
  const tiers = wanted.tiers.map(tsquery);
  const named = wanted.named && tsquery(wanted.named);
  const byIndex = (match: Alternatives[]): Step => {
    const fetch = tsquery(commonness ? selective(match, commonness) : match);
    return { kind, source: 'index', match: tsquery(match), fetch, rows: mostIndexRows, tiers, named };
  };
  if (!commonness || costOfIndex(all, commonness) <= cheap) return [[byIndex(all)]];
  const latest = (match: Alternatives[], rows: number): Step => {
    return { kind, source: 'recent', match: tsquery(match), fetch: tsquery(match), rows, tiers, named };
  };
  const fastest = (match: Alternatives[]): Step => {
    const { rows, cost } = costOfLatest(match, commonness);
    return costOfIndex(match, commonness) <= cost ? byIndex(match) : latest(match, rows);
  };
  // Whole words are quick to ask for, and enough of them leave nothing to ask.
  const whole = wanted.tiers
    .filter((tier) => tier.every((token) => token.flat().every(({ prefix }) => !prefix)))
    .filter((tier) => costOfIndex(tier, commonness) <= affordable);
  // Of a whole name statistics know nothing; of its words they do.
  const isFew = (match: Alternatives[]) => commonness.rowsOf(match) <= mostNamesakes;
  const wide = fastest(all);
  const last = costOfIndex(all, commonness) <= bearable ? byIndex(all) : latest(all, mostLatestRows);
  return [
    ...(fullName && isFew(name ?? all) ? [[byIndex(fullName)]] : []),
    ...(whole.length > 0 ? [whole.map(byIndex)] : []),
    ...(name ? [[fastest(name)]] : []),
    [wide],
    ...(wide.source === 'index' ? [] : [[last]]),
  ];
}
