import { Inject, Injectable } from '@nestjs/common';
import type { Clock, RequestContext } from '@seloste/kernel';
import { CLOCK, Database, preparedReaderOf, readerOf } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import { AuditKeys } from './chain/audit-keys.js';
import { insertEvents, newEvent, parametersOf, type AuditEntry, type NewEvent } from './insert-events.js';
import { ReadRecorder } from './read-recorder.js';

/** The append-only record of who did and saw what (GDPR Art. 5(2), 32; promise V11). */
@Injectable()
export class Audit {
  private readonly reads: ReadRecorder<NewEvent>;

  constructor(
    database: Database,
    private readonly keys: AuditKeys,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.reads = new ReadRecorder((events) => database.read(insertEvents, parametersOf(events, keys)));
  }

  /** Adds one act in the caller's transaction, so that act and record are committed together or not at all. */
  record(tx: EntityManager, context: RequestContext, entry: AuditEntry): Promise<void> {
    return this.recordAll(tx, context, [entry]);
  }

  /** Adds many acts in one statement. */
  async recordAll(tx: EntityManager, context: RequestContext, entries: AuditEntry[]): Promise<void> {
    const now = this.clock.now();
    const events = entries.map((entry) => newEvent(context, entry, { kind: 'decision', now }));
    const reader = tx.queryRunner ? preparedReaderOf(tx) : readerOf(tx);
    await reader.read(insertEvents, parametersOf(events, this.keys));
  }

  /**
   * Adds one look at people (a person, a list, a search), outside any transaction. Await it before answering: then
   * nobody has seen what is not on record. Simultaneous ones share one statement and one commit.
   */
  recordRead(context: RequestContext, entry: AuditEntry): Promise<void> {
    return this.reads.add(newEvent(context, entry, { kind: 'read', now: this.clock.now() }));
  }
}
