import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, QueryRunnerAlreadyReleasedError, type EntityManager } from 'typeorm';
import { MasterKey } from '../config/master-key.js';
import { Cursors } from './cursors.js';
import type { Pool, PoolClient, QueryResult, QueryResultRow } from 'pg';

/** Something that answers SQL: the pool outside a transaction, or the one connection of a transaction. */
export interface Reader {
  read<Row extends QueryResultRow>(sql: string, parameters?: unknown[]): Promise<Row[]>;
}

/** What a list is read with: its pages end in cursors. */
export interface ListReader extends Reader {
  readonly cursors: Cursors;
}

/** Reads inside a transaction, seeing its changes, on its own connection. */
export const readerOf = (tx: EntityManager): Reader => ({
  read: (sql, parameters) => tx.query(sql, parameters),
});

const names = new Map<string, string>();

/** Under which name a statement is prepared: the same text has one plan on each connection. */
function nameOf(sql: string): string {
  let name = names.get(sql);
  if (name === undefined) {
    name = createHash('sha1').update(sql).digest('base64url');
    names.set(sql, name);
  }
  return name;
}

/**
 * A prepared statement inside a transaction, for what is done to many people one after the other: it is parsed and
 * planned once on each connection. `sql` must come from a bounded set of texts.
 */
export async function prepared<Row extends QueryResultRow>(
  tx: EntityManager,
  sql: string,
  parameters: unknown[] = [],
): Promise<QueryResult<Row>> {
  if (!tx.queryRunner) throw new Error('Only a transaction has a connection of its own.');
  if (tx.queryRunner.isReleased) throw new QueryRunnerAlreadyReleasedError(); // its connection may be another's by now
  const client = (await tx.queryRunner.connect()) as PoolClient;
  return client.query<Row>({ name: nameOf(sql), text: sql, values: parameters });
}

/** Reads inside a transaction by prepared statements; see {@link prepared}. */
export const preparedReaderOf = (tx: EntityManager): Reader => ({
  read: async (sql, parameters) => (await prepared<never>(tx, sql, parameters)).rows,
});

/**
 * The app's way to PostgreSQL. Writes go through {@link transaction}; hot reads go through {@link read}, which hands
 * plain SQL to the driver as a prepared statement and so skips parsing and planning after the first few calls.
 */
@Injectable()
export class Database implements ListReader {
  readonly cursors: Cursors;

  constructor(
    private readonly dataSource: DataSource,
    masterKey: MasterKey,
  ) {
    this.cursors = new Cursors(masterKey.derive('cursors of lists'));
  }

  /** Runs `work` in one transaction: all of it is committed, or nothing. */
  transaction<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.dataSource.transaction(work);
  }

  /** For single reads by entity, outside a transaction. */
  get manager(): EntityManager {
    return this.dataSource.manager;
  }

  /** Rows of one prepared statement. `sql` must come from a bounded set of texts: values belong in `parameters`. */
  async read<Row extends QueryResultRow>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    const result = await this.pool.query<Row>({ name: nameOf(sql), text: sql, values: parameters });
    return result.rows;
  }

  /** The driver's pool, for what needs one connection for long (COPY, LISTEN). */
  get pool(): Pool {
    return (this.dataSource.driver as unknown as { master: Pool }).master;
  }
}
