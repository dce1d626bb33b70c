import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Inject, Injectable } from '@nestjs/common';
import { Audit, type AuditEntry } from '@seloste/audit';
import { actingUserId, newId, NotFound, type Clock, type RequestContext } from '@seloste/kernel';
import { CLOCK, Database, Sealer } from '@seloste/platform';
import type { Response } from 'express';
import type { EntityManager } from 'typeorm';
import { ExportPart } from './export-part.entity.js';
import { ExportRenewal } from './export-renewal.js';
import { takerOf } from './export-tables.js';
import { Export } from './export.entity.js';
import { ExportIsOver, ExportNotReady, ExportOutdated } from './exports.errors.js';
import { fileUse } from './sealed-uses.js';

/** Hands a file over: to its maker, once. */
@Injectable()
export class ExportDownload {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly sealer: Sealer,
    private readonly renewal: ExportRenewal,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Streams the file and deletes it. That it went, and for each person in it to whom, is on record before the first
   * byte; when the reader goes away half way, the file can be fetched again.
   * @throws NotFound for anybody but the maker, Forbidden for a maker who may not take it along any more, ExportIsOver,
   * ExportNotReady, ExportOutdated
   */
  async send(context: RequestContext, id: string, response: Response): Promise<void> {
    const outcome = await this.database.transaction((tx) => this.handOver(tx, context, id));
    if (outcome === 'outdated') throw new ExportOutdated();
    response.setHeader('Content-Type', 'text/csv; charset=utf-8');
    response.setHeader('Content-Disposition', `attachment; filename="${outcome.kind}-${id}.csv"`);
    try {
      await pipeline(Readable.from(this.bytesOf(id)), response);
    } catch (error) {
      await this.takeBack(context, id);
      if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
      return;
    }
    await this.database.manager.delete(ExportPart, { exportId: id });
  }

  private async handOver(
    tx: EntityManager,
    context: RequestContext,
    id: string,
  ): Promise<Export | 'outdated'> {
    const file = await tx.findOne(Export, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!file || file.requestedBy !== actingUserId(context)) throw new NotFound('export');
    takerOf(context, file.kind);
    const now = this.clock.now();
    if (file.status === 'awaiting_approval' || file.status === 'preparing') throw new ExportNotReady();
    if (file.status !== 'ready' || file.expiresAt <= now) throw new ExportIsOver();
    if (await this.renewal.beginIfOutdated(tx, context, file)) return 'outdated';
    await tx.update(Export, { id }, { status: 'fetched', fetchedAt: now });
    const people = await enterDisclosures(tx, file, now);
    await this.audit.recordAll(tx, context, fetchesOf(id, people));
    return file;
  }

  private async *bytesOf(id: string): AsyncGenerator<Buffer> {
    const parts = await this.database.manager.countBy(ExportPart, { exportId: id });
    for (let position = 0; position < parts; position++) {
      const part = await this.database.manager.findOneBy(ExportPart, { exportId: id, position });
      const opened = part && this.sealer.open(part.sealed, fileUse, `${id} ${position}`);
      if (opened === null) throw new Error('a part of the file was changed, or deleted meanwhile');
      yield Buffer.from(opened, 'base64');
    }
  }

  /** The file did not arrive whole: it waits again, unless it was deleted meanwhile. */
  private async takeBack(context: RequestContext, id: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      await tx.query(
        `UPDATE exports SET status = 'ready', fetched_at = NULL
         WHERE id = $1 AND status = 'fetched' AND EXISTS (SELECT FROM export_parts WHERE export_id = $1)`,
        [id],
      );
      const entry = { action: 'export.fetch_broken_off', subjectType: 'export', subjectId: id };
      await this.audit.record(tx, context, entry);
    });
  }
}

/** Enters into the ledger of recipients that these people's data went out; returns their ids. */
async function enterDisclosures(tx: EntityManager, file: Export, at: Date): Promise<string[]> {
  const people = await tx.query<{ contact_id: string }[]>(
    'SELECT contact_id FROM export_people WHERE export_id = $1',
    [file.id],
  );
  const ids = people.map(({ contact_id }) => contact_id);
  if (ids.length === 0) return ids;
  await tx.query(
    `INSERT INTO disclosures (id, contact_id, recipient, purpose, export_id, disclosed_at, disclosed_by)
     SELECT unnest($1::uuid[]), unnest($2::uuid[]), coalesce($3, (SELECT name FROM controllers)), $4, $5, $6, $7`,
    [ids.map(() => newId()), ids, file.recipient, file.purpose, file.id, at, file.requestedBy],
  );
  return ids;
}

/** So many people fit into one event of the record. */
const peopleOfEvent = 1_000;

/** That a file went, on the record of everybody in it. */
function fetchesOf(id: string, people: string[]): AuditEntry[] {
  const events = Math.max(1, Math.ceil(people.length / peopleOfEvent));
  return Array.from({ length: events }, (_, n) => ({
    action: 'export.fetch',
    subjectType: 'export',
    subjectId: id,
    shownIds: people.slice(n * peopleOfEvent, (n + 1) * peopleOfEvent),
  }));
}
