import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Database } from '../database/database.js';

/** What is over by a retention rule, on the day of a run. */
export interface Over {
  /** What began before this instant is over. */
  before: Date;
  /** The day of the run in the controller's zone, as `YYYY-MM-DD`. */
  today: string;
  action: 'delete' | 'redact';
  /** Of a rule about interactions: those of this type. */
  interactionType: string | null;
}

/** Told, in the transaction of a batch, how many went in it. */
export type OnBatch = (tx: EntityManager, count: number) => Promise<void>;

/** How things of one kind go when their time is over: offered by the module whose they are. */
export interface Purge {
  /** What it takes away something of. */
  readonly tables: readonly string[];
  /** How many would go. */
  due(over: Over): Promise<number>;
  /** Has them go, in bounded transactions; what was broken off goes on the next time. */
  run(over: Over, onBatch: OnBatch): Promise<void>;
}

/** The purges of all modules by what they cover, as the retention rules name it (GDPR Art. 5(1)(e)). */
@Injectable()
export class Purges {
  private readonly byCover = new Map<string, Purge[]>();

  /** Has the nightly run take these things along. */
  provide(covers: string, purge: Purge): void {
    this.byCover.set(covers, [...this.of(covers), purge]);
  }

  /** Everything of which something goes by a rule. */
  tables(): Set<string> {
    return new Set([...this.byCover.values()].flat().flatMap((purge) => purge.tables));
  }

  /** Empty where there is nothing of the kind. */
  of(covers: string): readonly Purge[] {
    return this.byCover.get(covers) ?? [];
  }
}

/** How much goes in one transaction. */
export const purgeBatch = 1_000;

/** Repeats a statement that takes at most {@link purgeBatch} rows, in a transaction each time, until it takes fewer. */
export async function purgeInBatches(
  database: Database,
  take: (tx: EntityManager) => Promise<number>,
  onBatch: OnBatch,
): Promise<void> {
  let taken: number;
  do
    taken = await database.transaction(async (tx) => {
      const count = await take(tx);
      if (count > 0) await onBatch(tx, count);
      return count;
    });
  while (taken >= purgeBatch);
}

/** Which rows of a table are over, as SQL: `due` is a condition on them, with `$1` for the instant before which they began. */
export interface OverRows {
  table: string;
  due: string;
  /** Absent: they are deleted. Else what is set in them, after which they are due no more. */
  set?: string;
}

/** A purge of rows that a condition names. */
export class RowPurge implements Purge {
  constructor(
    private readonly database: Database,
    private readonly rows: OverRows,
    /** The moment from which on such rows are over whatever the rule allows; default never. */
    private readonly atMostSince: () => Date = () => new Date(0),
  ) {}

  get tables(): readonly string[] {
    return [this.rows.table];
  }

  async due(over: Over): Promise<number> {
    const { table, due } = this.rows;
    const sql = `SELECT count(*)::int AS n FROM ${table} WHERE ${due}`;
    const [row] = await this.database.read<{ n: number }>(sql, [this.since(over)]);
    return row?.n ?? 0;
  }

  async run(over: Over, onBatch: OnBatch): Promise<void> {
    const { table, due, set } = this.rows;
    const batch = `SELECT ctid FROM ${table} WHERE ${due} LIMIT ${purgeBatch} FOR UPDATE SKIP LOCKED`;
    const verb = set === undefined ? `DELETE FROM ${table}` : `UPDATE ${table} SET ${set}`;
    const sql = `${verb} WHERE ctid = ANY (ARRAY(${batch}))`;
    const take = async (tx: EntityManager) => {
      const [, count] = await tx.query<[unknown[], number]>(sql, [this.since(over)]);
      return count;
    };
    await purgeInBatches(this.database, take, onBatch);
  }

  private since({ before }: Over): Date {
    return new Date(Math.max(before.getTime(), this.atMostSince().getTime()));
  }
}

/** Functions of the database by which evidence ends that the app's role may not delete: `name(as_of)` and `name(as_of, at_most)`. */
export interface PruningFunctions {
  tables: readonly string[];
  /** How many are over. */
  count: string;
  /** Deletes so many of them at most, and says how many. */
  prune: string;
}

/** A purge that the database's own functions carry out; they know how long it is kept. */
export class PruningPurge implements Purge {
  readonly tables: readonly string[];

  constructor(
    private readonly database: Database,
    private readonly functions: PruningFunctions,
    private readonly now: () => Date,
  ) {
    this.tables = functions.tables;
  }

  async due(): Promise<number> {
    const sql = `SELECT ${this.functions.count}($1) AS n`;
    const [row] = await this.database.read<{ n: number }>(sql, [this.now()]);
    return row?.n ?? 0;
  }

  async run(_over: Over, onBatch: OnBatch): Promise<void> {
    const take = async (tx: EntityManager) => {
      const sql = `SELECT ${this.functions.prune}($1, $2) AS n`;
      const [row] = await tx.query<{ n: number }[]>(sql, [this.now(), purgeBatch]);
      return row?.n ?? 0;
    };
    await purgeInBatches(this.database, take, onBatch);
  }
}
