import { Inject, Injectable } from '@nestjs/common';
import { Audit, type AuditEntry } from '@seloste/audit';
import {
  actingUserId,
  InvalidInput,
  newId,
  NotFound,
  type Clock,
  type Page,
  type RequestContext,
} from '@seloste/kernel';
import { CLOCK, Database, readerOf, type Reader } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import { ExportMaking } from './export-making.js';
import { ExportPart } from './export-part.entity.js';
import { takerOf, useOf } from './export-tables.js';
import { useAskedFor } from './export-use.js';
import { Export, type ExportStatus } from './export.entity.js';
import type { CreateExport, ExportQuery, ExportResponse } from './exports.dto.js';
import { ExportIsOver, OwnExport } from './exports.errors.js';
import { listExports, readExport } from './read-exports.js';
import { filtersUse } from './sealed-uses.js';

const day = 24 * 60 * 60 * 1000;
const longestLife = 30 * day;

/** Asking for files, agreeing to them, taking the wish back. */
@Injectable()
export class ExportsService {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly making: ExportMaking,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  list(context: RequestContext, query: ExportQuery): Promise<Page<ExportResponse>> {
    return listExports(this.database, context, query);
  }

  /** @throws NotFound */
  get(context: RequestContext, id: string): Promise<ExportResponse> {
    return readExport(this.database, context, id);
  }

  /**
   * Asks for a file. Above the company's number of people within a day it waits for a second person.
   * @throws Forbidden without the right to take this kind along, InvalidInput
   */
  async create(context: RequestContext, input: CreateExport): Promise<ExportResponse> {
    const { tables, settings, sealer, preparation } = this.making;
    const requestedBy = takerOf(context, input.kind);
    const use = await useAskedFor(this.database, input);
    const table = tables.of(input.kind, useOf(use));
    const now = this.clock.now();
    assertLife(input.expiresAt, now);
    const filters = table.filters(input.filters ?? {});
    const { expected, leftOut } = await table.count(context, filters);
    const threshold = await settings.exportApprovalThreshold(this.database);
    const id = newId();
    const lately = expected === 0 ? 0 : await takenAlone(this.database, requestedBy, now);
    const status: ExportStatus =
      expected === null || expected + lately > threshold ? 'awaiting_approval' : 'preparing';
    await this.database.transaction(async (tx) => {
      await tx.insert(Export, {
        id,
        kind: input.kind,
        purpose: input.purpose,
        ...use,
        recipient: input.recipient ?? null,
        filters: sealer.seal(JSON.stringify(input.filters ?? {}), filtersUse, id),
        status,
        expected,
        leftOut,
        requestedBy,
        requestedAt: now,
        expiresAt: input.expiresAt,
      });
      await this.audit.record(tx, context, {
        ...act('create', id),
        fields: ['kind', 'purpose', ...(use.usePurpose === null ? [] : ['for']), 'recipient', 'expiresAt'],
      });
      if (status === 'preparing') await preparation.request(tx, id);
    });
    return this.get(context, id);
  }

  /** A second person agrees, or does not. @throws NotFound, OwnExport, ExportIsOver */
  async decide(context: RequestContext, id: string, decision: 'approve' | 'refuse'): Promise<ExportResponse> {
    return this.database.transaction(async (tx) => {
      const wish = await lock(tx, id);
      const decidedBy = actingUserId(context);
      if (wish.requestedBy === decidedBy) throw new OwnExport();
      if (wish.status !== 'awaiting_approval' || wish.expiresAt <= this.clock.now()) throw new ExportIsOver();
      const status = decision === 'approve' ? 'preparing' : 'refused';
      await tx.update(Export, { id }, { status, decidedBy, decidedAt: this.clock.now() });
      await this.audit.record(tx, context, act(decision, id));
      if (decision === 'approve') await this.making.preparation.request(tx, id);
      return readExport(readerOf(tx), context, id);
    });
  }

  /** The maker needs the file no more, or somebody who may approve ends it: it is deleted. @throws NotFound */
  async withdraw(context: RequestContext, id: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      await readExport(readerOf(tx), context, id);
      const wish = await lock(tx, id);
      if (!['awaiting_approval', 'preparing', 'ready'].includes(wish.status)) return;
      await tx.update(Export, { id }, { status: 'withdrawn' });
      await tx.delete(ExportPart, { exportId: id });
      await this.audit.record(tx, context, act('withdraw', id));
    });
  }
}

/** How many rows somebody has taken along within a day without asking anybody: many small files are a large one. */
async function takenAlone(reader: Reader, requestedBy: string, now: Date): Promise<number> {
  const [row] = await reader.read<{ n: number }>(
    `SELECT coalesce(sum(greatest(expected, people)), 0)::int AS n FROM exports
     WHERE requested_by = $1 AND requested_at > $2 AND decided_by IS NULL AND kind <> 'audit_events'
       AND status IN ('preparing', 'ready', 'fetched', 'expired')`,
    [requestedBy, new Date(now.getTime() - day)],
  );
  return row?.n ?? 0;
}

const act = (verb: string, id: string): AuditEntry => ({
  action: `export.${verb}`,
  subjectType: 'export',
  subjectId: id,
});

/** The export, kept from others' changes until the transaction ends. @throws NotFound */
async function lock(tx: EntityManager, id: string): Promise<Export> {
  const found = await tx.findOne(Export, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!found) throw new NotFound('export');
  return found;
}

function assertLife(expiresAt: Date, now: Date): void {
  const life = expiresAt.getTime() - now.getTime();
  if (life <= 0) throw InvalidInput.of('expiresAt', 'past', 'must lie in the future');
  if (life > longestLife) throw InvalidInput.of('expiresAt', 'too_far', 'must lie within thirty days');
}
