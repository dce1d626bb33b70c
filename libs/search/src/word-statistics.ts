import { Injectable } from '@nestjs/common';
import { Database } from '@seloste/platform';
import { partitionOf, searchKinds, type SearchKind } from './search-kind.js';
import type { Alternatives, Lexeme } from './tsquery.js';

/** How common words are among the entries of one kind, as PostgreSQL's own statistics last saw it. */
export class Commonness {
  private readonly words: string[];
  /** At each place, the sum of the shares of the words before it. */
  private readonly sums: number[] = [0];

  constructor(
    readonly entries: number,
    private readonly shares: ReadonlyMap<string, number>,
  ) {
    this.words = [...shares.keys()].toSorted(byCodeUnits);
    for (const word of this.words) this.sums.push((this.sums.at(-1) ?? 0) + (shares.get(word) ?? 0));
  }

  /** About how many entries match all tokens, as if words kept no company. */
  rowsOf(tokens: Alternatives[]): number {
    return this.entries * tokens.reduce((share, token) => share * this.share(token), 1);
  }

  /** The part of all entries, 0–1, that match one token. */
  share(token: Alternatives): number {
    const ways = token.map((way) => Math.min(...way.map((lexeme) => this.shareOf(lexeme))));
    return Math.min(
      1,
      ways.reduce((sum, share) => sum + share, 0),
    );
  }

  private shareOf({ text, prefix }: Lexeme): number {
    // Phone numbers are all different, so statistics of words say nothing about how many begin alike.
    if (text.startsWith('#')) return Math.min(1, 3 * 10 ** (2 - text.length));
    if (text.startsWith('~')) return 10 ** (1 - text.length);
    if (!prefix) return this.shares.get(text) ?? 0;
    const sum = (this.sums[this.placeOf(`${text}\uffff`)] ?? 0) - (this.sums[this.placeOf(text)] ?? 0);
    return sum + 0.1 * 10 ** -text.replace('=', '').length;
  }

  /** How many words come before the text. */
  private placeOf(text: string): number {
    let [low, high] = [0, this.words.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.words[middle] ?? '') < text) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

interface StatisticsRow {
  kind: SearchKind;
  entries: number;
  words: string[] | null;
  shares: number[] | null;
}

const sql = searchKinds
  .map(
    (kind) => `
    SELECT '${kind}' AS kind, reltuples::float8 AS entries, most_common_elems::text::text[] AS words, most_common_elem_freqs AS shares
    FROM pg_class LEFT JOIN pg_stats ON schemaname = 'public' AND tablename = relname AND attname = 'words'
    WHERE pg_class.oid = 'public.${partitionOf[kind]}'::regclass`,
  )
  .join(' UNION ALL ');

const lifetime = 5 * 60_000;

/** PostgreSQL's statistics of words, read again every five minutes; speed rests on them, never what is found. */
@Injectable()
export class WordStatistics {
  private reading: Promise<void> = Promise.resolve();
  private readAt = -Infinity;
  private latest = new Map<SearchKind, Commonness>();

  constructor(private readonly database: Database) {
    remember(this);
  }

  /** Null as long as PostgreSQL has not looked at the table. */
  async of(kind: SearchKind): Promise<Commonness | null> {
    this.refresh();
    await this.reading;
    return this.latest.get(kind) ?? null;
  }

  /** The same as far as it is known already. */
  peek(kind: SearchKind): Commonness | null {
    this.refresh();
    return this.latest.get(kind) ?? null;
  }

  private refresh(): void {
    if (performance.now() - this.readAt < lifetime) return;
    this.readAt = performance.now();
    this.reading = this.read();
    // Whoever waits for it hears of the failure; the next one tries again.
    this.reading.catch(() => (this.readAt = -Infinity));
  }

  private async read(): Promise<void> {
    const rows = await this.database.read<StatisticsRow>(sql);
    this.latest = new Map(
      rows.flatMap(({ kind, entries, words, shares }) =>
        // The list of frequencies ends with figures about them all, which belong to no word.
        words && shares
          ? [[kind, new Commonness(entries, new Map(words.map((word, i) => [word, shares[i] ?? 0])))]]
          : [],
      ),
    );
  }
}

let current: WordStatistics | null = null;
const remember = (statistics: WordStatistics): void => void (current = statistics);

/** How common words are, for who builds SQL without waiting: null where nobody has asked yet. */
export const knownCommonness = (kind: SearchKind): Commonness | null => current?.peek(kind) ?? null;
