import { Injectable } from '@nestjs/common';
import { prepared, preparedReaderOf } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import type { ErasureCounts } from '../erasure.entity.js';
import { ErasureMaps } from './erasure-map.js';
import { makeOneCall, plainSteps, type PlainSteps } from './one-call.js';

/** Whom to erase, as what, and what has to be so still. */
export interface Called {
  contactId: string;
  pseudonym: string;
  at: Date;
  /** The day of the purge, `YYYY-MM-DD`. */
  asOf: string;
  /** What they are known by; see `soughtPeople`. */
  basis: string;
}

/** The function of {@link makeOneCall} on each connection. */
@Injectable()
export class OneCalls {
  private steps: PlainSteps | null = null;

  constructor(private readonly maps: ErasureMaps) {}

  /** Before the first call in a transaction of the eraser: the function belongs to the connection, and stays with it. */
  private async make(tx: EntityManager, steps: PlainSteps): Promise<void> {
    const [there] = await preparedReaderOf(tx).read(
      `SELECT 1 WHERE to_regprocedure('pg_temp.erase_in_one_call(uuid, text, timestamptz, date, text)') IS NOT NULL`,
    );
    if (!there) await tx.query(makeOneCall(steps));
  }

  /** Null where nothing was done: theirs is no plain case. */
  async call(
    tx: EntityManager,
    { contactId, pseudonym, at, asOf, basis }: Called,
  ): Promise<{ isDeleted: boolean; counts: ErasureCounts } | null> {
    const steps = (this.steps ??= plainSteps(await this.maps.read(tx)));
    await this.make(tx, steps);
    const {
      rows: [row],
    } = await prepared<{ done: { isDeleted: boolean; counts: (number | null)[] } | null }>(
      tx,
      'SELECT pg_temp.erase_in_one_call($1, $2, $3, $4, $5) AS done',
      [contactId, pseudonym, at, asOf, basis],
    );
    if (!row?.done) return null;
    const { isDeleted } = row.done;
    const counts: ErasureCounts = {};
    for (const [i, { table, action }] of (isDeleted ? steps.deleted : steps.pseudonymised).entries()) {
      const count = row.done.counts[i] ?? null;
      if (count === null || (action === 'keep' && count === 0)) continue;
      const ofTable = (counts[table] ??= {});
      ofTable[action] = (ofTable[action] ?? 0) + count;
    }
    return { isDeleted, counts };
  }
}
