import type { SearchKind } from './search-kind.js';
import { tsquery, type Alternatives } from './tsquery.js';
import type { Commonness } from './word-statistics.js';

/** What a kind is searched for: the widest match, and narrower ones that rank before it, best first. */
export interface Wanted {
  kind: SearchKind;
  /** Every token in its loosest form. */
  all: Alternatives[];
  /** The same in the record's name alone; null where a name cannot match. */
  name: Alternatives[] | null;
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
}

/** A match that about so many entries have is read from the index as a whole. */
const fewRows = 2_000;
/** A token in more entries than this is checked on the rows that the other tokens give, not asked of the index. */
const mostPostings = 100_000;
const mostIndexRows = 10_000;
const recentRows = { least: 300, most: 10_000 };
/** The latest entries are read until about so many match: enough to rank among. */
const recentMatches = 40;

/** Rounds of steps: a later round is needed only where those before gave too few. */
export function planSteps(wanted: Wanted, commonness: Commonness | null): Step[][] {
  const reading = new Reading(wanted, commonness);
  const { all, name, tiers } = wanted;
  const exact = tiers.at(-1) ?? all;
  if (reading.isRare(all)) return [[reading.byIndex(all)]];
  const last = [[reading.latest(all), ...reading.byIndexIfRare(exact)], [reading.byIndex(all)]];
  if (!name) return last;
  const named = reading.isRare(name)
    ? [reading.byIndex(name)]
    : [reading.latest(name), ...reading.byIndexIfRare(tiers[0] ?? name)];
  return [named, ...last];
}

class Reading {
  private readonly tiers: string[];

  constructor(
    private readonly wanted: Wanted,
    private readonly commonness: Commonness | null,
  ) {
    this.tiers = wanted.tiers.map(tsquery);
  }

  isRare(match: Alternatives[]): boolean {
    if (!this.commonness) return true;
    return this.commonness.rowsOf(match) <= fewRows && this.selective(match).length > 0;
  }

  byIndexIfRare(match: Alternatives[]): Step[] {
    return this.isRare(match) ? [this.byIndex(match)] : [];
  }

  byIndex(match: Alternatives[]): Step {
    const selective = this.selective(match);
    const fetch = tsquery(selective.length > 0 ? selective : match);
    return this.step('index', match, fetch, mostIndexRows);
  }

  latest(match: Alternatives[]): Step {
    const { commonness } = this;
    const share = commonness ? commonness.rowsOf(match) / Math.max(commonness.entries, 1) : 1;
    const rows = Math.min(
      recentRows.most,
      Math.max(recentRows.least, Math.ceil(recentMatches / Math.max(share, 1e-9))),
    );
    return this.step('recent', match, tsquery(match), rows);
  }

  /** The tokens worth asking the index for. */
  private selective(match: Alternatives[]): Alternatives[] {
    const { commonness } = this;
    if (!commonness) return match;
    return match.filter((token) => commonness.share(token) * commonness.entries <= mostPostings);
  }

  private step(source: Step['source'], match: Alternatives[], fetch: string, rows: number): Step {
    return { kind: this.wanted.kind, source, match: tsquery(match), fetch, rows, tiers: this.tiers };
  }
}
