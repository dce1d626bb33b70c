/** Where something of the person is left: a table's column or a file, and how often. */
export interface Leftover {
  /** `schema.table.column`, or `file:` and a path under the data directory. */
  where: string;
  count: number;
}

/** What a look everywhere came to; no word about anybody. */
export interface ScanResult {
  scannedAt: string;
  tables: number;
  columns: number;
  files: number;
  /** Were all interactions read, or those that the full-text index names? Above half a million the latter. */
  interactions: 'all' | 'by_index';
  /** Empty: nothing of the person is left. */
  found: Leftover[];
  /** Tables (`schema.table`) and files (`file:` and a path) that could not be read: the erasure is not complete while there is one. */
  unread: string[];
}

export const isClean = ({ found, unread }: Pick<ScanResult, 'found' | 'unread'>): boolean =>
  found.length === 0 && unread.length === 0;

/** Counts by place. */
export class Leftovers {
  private readonly counts = new Map<string, number>();

  add(where: string, count: number): void {
    if (count > 0) this.counts.set(where, (this.counts.get(where) ?? 0) + count);
  }

  list(): Leftover[] {
    return [...this.counts]
      .map(([where, count]) => ({ where, count }))
      .sort((a, b) => a.where.localeCompare(b.where));
  }
}
