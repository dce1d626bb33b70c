import type { Database } from '@seloste/platform';
import type { PoolClient } from 'pg';
import type { EntityManager, QueryRunner } from 'typeorm';

/** Somebody to whom something is handed over: ids of a person and, where there is one, of their employer. */
export interface Addressed {
  id: string;
  contactId: string;
  companyId: string | null;
}

/** Must be the number that `hold_hand_overs_to()` takes alone. */
const space = 7356800;

const take = `
  SELECT pg_try_advisory_lock_shared(${space}, hashtext(a.id)) AS held FROM unnest($1::text[]) WITH ORDINALITY AS a (id, position) ORDER BY position`;
const give = `SELECT pg_advisory_unlock_shared(${space}, hashtext(a.id)) FROM unnest($1::text[]) AS a (id)`;

/** By which a connection says that it is gone. */
const endings = ['error', 'end'] as const;

/**
 * A connection of its own that holds addressees while something is handed over to them: whatever forbids it is recorded
 * before the hold begins, or waits until it ends. PostgreSQL lets go of them when the connection, or the process, dies.
 */
export class Hold {
  /** The connection is gone, and with it every hold: nothing may be handed over any more. */
  isLost = false;

  private readonly lose = (): void => {
    this.isLost = true;
  };

  private constructor(
    private readonly runner: QueryRunner,
    private readonly client: PoolClient,
  ) {
    for (const event of endings) client.on(event, this.lose);
  }

  static async open(database: Database): Promise<Hold> {
    const runner = database.manager.dataSource.createQueryRunner();
    return new Hold(runner, (await runner.connect()) as PoolClient);
  }

  /** Queries on the connection that holds. */
  get tx(): EntityManager {
    return this.runner.manager;
  }

  get isInTransaction(): boolean {
    return this.runner.isTransactionActive;
  }

  begin(): Promise<void> {
    return this.runner.startTransaction();
  }

  commit(): Promise<void> {
    return this.runner.commitTransaction();
  }

  rollback(): Promise<void> {
    return this.runner.rollbackTransaction();
  }

  /** Holds those of them who can be held at once, each with employer; whoever is about to say no comes first. */
  async take<T extends Addressed>(addressed: T[]): Promise<T[]> {
    const ids = addressed.map(idsOf);
    const rows = await this.tx.query<{ held: boolean }[]>(take, [ids.flat()]);
    const answers = rows.map(({ held }) => held);
    const held: T[] = [];
    const partly: string[] = [];
    addressed.forEach((one, i) => {
      const ofOne = (ids[i] ?? []).map((id) => ({ id, held: answers.shift() ?? false }));
      if (ofOne.every((answer) => answer.held)) held.push(one);
      else partly.push(...ofOne.filter((answer) => answer.held).map(({ id }) => id));
    });
    await this.giveUp(partly);
    return held;
  }

  /** Each as often as they were taken. */
  async release(addressed: Addressed[]): Promise<void> {
    await this.giveUp(addressed.flatMap(idsOf));
  }

  async close(): Promise<void> {
    try {
      if (this.isInTransaction) await this.rollback();
      if (!this.isLost) await this.tx.query('SELECT pg_advisory_unlock_all()');
    } catch {
      this.isLost = true; // then the server has let go already
    } finally {
      // The connection goes back to the pool, and is used again.
      for (const event of endings) this.client.off(event, this.lose);
      await this.runner.release();
    }
  }

  private async giveUp(ids: string[]): Promise<void> {
    if (ids.length > 0) await this.tx.query(give, [ids]);
  }
}

const idsOf = ({ contactId, companyId }: Addressed): string[] =>
  companyId === null ? [contactId] : [contactId, companyId];
