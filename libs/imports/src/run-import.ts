import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import { insertCompanies } from '@seloste/companies';
import { ContactActs, holdRestrictions, insertContacts } from '@seloste/contacts';
import { insertNotes } from '@seloste/interactions';
import type { RequestContext } from '@seloste/kernel';
import { Database, holdLock, readerOf } from '@seloste/platform';
import { QueryFailedError, type EntityManager } from 'typeorm';
import { showNoErased } from './columns/samples.js';
import { ImportFiles } from './file/import-files.js';
import { ImportReferences, type Requested } from './import-references.js';
import type { ImportRecord } from './import-row.entity.js';
import { Import } from './import.entity.js';
import { holdPeopleOf, matchRows } from './match-rows.js';
import { planBatch, type BatchOrigin, type BatchPlan, type PendingRow } from './plan-batch.js';

/** Rows that are committed together. */
export const batchSize = 500;

/** The process is being stopped; what is left of the run is done by whoever takes it up. */
class Stopped extends Error {}

/**
 * The run: brings in the rows that the dry run found new, batch by batch. What becomes of a row is written in the
 * transaction that writes its records, so that a run which is killed at any instant goes on where it stood.
 */
@Injectable()
export class RunImport implements OnModuleDestroy {
  private isStopping = false;

  constructor(
    private readonly database: Database,
    private readonly files: ImportFiles,
    private readonly audit: Audit,
    private readonly references: ImportReferences,
    private readonly acts: ContactActs,
  ) {}

  onModuleDestroy(): void {
    this.isStopping = true;
  }

  /** Safe to call at any time, by any number of processes: they take batches in turn. @throws when the process is being stopped */
  async run(id: string): Promise<void> {
    while (await this.runBatch(id)) if (this.isStopping) throw new Stopped('the process is stopping');
  }

  /** Brings in the next rows; false when there is nothing left to do, or nobody any more on whose behalf to do it. */
  async runBatch(id: string): Promise<boolean> {
    const today = await this.references.today();
    const context = await this.requesterOf(id);
    return this.database.transaction(async (tx) => {
      await holdRestrictions(tx);
      await holdPeopleOf(tx, await this.coming(tx, id), this.acts.arrivalBy(null).digests);
      const current = await tx.findOne(Import, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (current?.status !== 'running') return false;
      if (context === null) {
        await this.stop(tx, current);
        return false;
      }
      // Imports write one at a time, so that two files cannot bring the same person at once.
      await holdLock(tx, 'importWriting');
      const rows: PendingRow[] = await tx.query(
        `SELECT line, record FROM import_rows WHERE import_id = $1 AND line > $2 AND result = 'new' ORDER BY line LIMIT $3`,
        [id, current.lastLine, batchSize],
      );
      if (rows.length === 0) {
        await this.finish(tx, context, current);
        return false;
      }
      const imported = await this.save(tx, { context, current, origin: originOf(current, today) }, rows);
      await tx.query(
        `UPDATE imports SET last_line = $2, imported_count = imported_count + $3, progressed_at = now(), processed = processed
           + (SELECT count(*) FROM import_rows WHERE import_id = $1 AND line > imports.last_line AND line <= $2) WHERE id = $1`,
        [id, rows.at(-1)?.line, imported],
      );
      return true;
    });
  }

  /** Who and what the next batch brings in, as far as anybody can tell before it is this one's. */
  private async coming(tx: EntityManager, id: string): Promise<ImportRecord[]> {
    const rows: PendingRow[] = await tx.query(
      `SELECT r.line, r.record FROM import_rows r JOIN imports i ON i.id = r.import_id
       WHERE r.import_id = $1 AND r.line > i.last_line AND r.result = 'new' AND i.status = 'running' ORDER BY r.line LIMIT $2`,
      [id, batchSize],
    );
    return rows.map(({ record }) => record);
  }

  /**
   * Writes a batch. When the database refuses it for one row's sake, the halves are tried by themselves, down to the
   * one row, which becomes an error: a bad row never stops the rest.
   * @returns how many rows came in
   */
  private async save(tx: EntityManager, run: Run, rows: PendingRow[]): Promise<number> {
    try {
      return await tx.transaction((part) => this.saveTogether(part, run, rows));
    } catch (error) {
      if (!isRefusedByDatabase(error)) throw error;
      if (rows.length === 1) return markUnsaved(tx, run.current.id, rows[0]?.line);
      const middle = Math.ceil(rows.length / 2);
      const first = await this.save(tx, run, rows.slice(0, middle));
      return first + (await this.save(tx, run, rows.slice(middle)));
    }
  }

  private async saveTogether(
    tx: EntityManager,
    { context, current, origin }: Run,
    rows: PendingRow[],
  ): Promise<number> {
    const arrival = this.acts.arrivalBy(current.requestedBy);
    const { at, by, digests } = arrival;
    const matches = await matchRows(
      readerOf(tx),
      rows.map(({ record }) => record),
      digests,
    );
    const plan = planBatch(rows, matches, origin);
    await insertCompanies(tx, plan.companies, at, by);
    if (plan.people.length > 0) await insertContacts(tx, plan.people, arrival);
    await insertNotes(tx, plan.notes, at);
    await this.audit.recordAll(tx, context, auditEntries(plan));
    await writeOutcomes(tx, current.id, plan, at);
    return plan.outcomes.filter(({ isImported }) => isImported).length;
  }

  /** On whose behalf the run goes on; null when they may not have it go on. */
  private async requesterOf(id: string): Promise<RequestContext | null> {
    const [current] = await this.database.read<Requested>(
      'SELECT requested_by AS "requestedBy", request_id AS "requestId", owner_id AS "ownerId" FROM imports WHERE id = $1',
      [id],
    );
    return current ? this.references.requesterOf(current) : null;
  }

  /** What came in stays; what did not is not kept for anybody. */
  private async stop(tx: EntityManager, { id, requestId }: Import): Promise<void> {
    await this.forgetRows(tx, id);
    await tx.query(
      `UPDATE imports SET status = 'failed', failure = 'access_ended', finished_at = $2 WHERE id = $1`,
      [id, this.acts.now()],
    );
    const context: RequestContext = { actor: { kind: 'system', name: 'import' }, requestId: requestId ?? '' };
    await this.audit.record(tx, context, { action: 'import.stop', subjectType: 'import', subjectId: id });
  }

  /** What is in the register now is not kept a second time: of the rows, only what became of them stays. */
  private async forgetRows(tx: EntityManager, id: string): Promise<void> {
    await this.files.forget(tx, id);
    await tx.query('UPDATE import_rows SET record = NULL WHERE import_id = $1 AND record IS NOT NULL', [id]);
  }

  private async finish(tx: EntityManager, context: RequestContext, current: Import): Promise<void> {
    await this.forgetRows(tx, current.id);
    await tx.query(
      `UPDATE imports SET status = 'finished', finished_at = $2, processed = row_count, new_count = r.new,
         duplicate_count = r.duplicate, error_count = r.error, erased_count = r.erased, ${showNoErased}
       FROM (SELECT count(*) FILTER (WHERE result = 'new') AS new, count(*) FILTER (WHERE result = 'duplicate') AS duplicate,
               count(*) FILTER (WHERE result = 'error') AS error, count(*) FILTER (WHERE result = 'erased') AS erased FROM import_rows WHERE import_id = $1) AS r
       WHERE id = $1`,
      [current.id, this.acts.now()],
    );
    await this.audit.record(tx, context, {
      action: 'import.finish',
      subjectType: 'import',
      subjectId: current.id,
    });
  }
}

/** A run of an import: on whose behalf, and what holds for every row. */
interface Run {
  context: RequestContext;
  current: Import;
  origin: BatchOrigin;
}

const originOf = ({ ownerId, sourceKind, sourceWhat, sourceOn }: Import, today: string): BatchOrigin => ({
  ownerId,
  source: { kind: sourceKind ?? 'import', what: sourceWhat, collectedOn: sourceOn ?? today },
});

function auditEntries({ companies, people, notes }: BatchPlan) {
  const entry = (subjectType: string, record: { id: string }) => ({
    action: `${subjectType}.create`,
    subjectType,
    subjectId: record.id,
    fields: Object.entries(record).flatMap(([field, value]) =>
      field === 'id' || isEmpty(value) ? [] : [field],
    ),
  });
  return [
    ...companies.map((company) => entry('company', company)),
    ...people.map((person) => entry('contact', person)),
    ...notes.map((note) => entry('interaction', note)),
  ];
}

const isEmpty = (value: unknown): boolean =>
  value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** Values that the database will not have (classes 22 and 23), as opposed to a database that is not there. */
const isRefusedByDatabase = (error: unknown): boolean =>
  error instanceof QueryFailedError && /^2[23]/.test(String((error.driverError as { code?: string }).code));

async function markUnsaved(tx: EntityManager, importId: string, line: number | undefined): Promise<number> {
  await tx.query(
    `UPDATE import_rows SET result = 'error', record = NULL, reasons = '[{"code": "could_not_save"}]' WHERE import_id = $1 AND line = $2`,
    [importId, line],
  );
  return 0;
}

async function writeOutcomes(
  tx: EntityManager,
  importId: string,
  { outcomes }: BatchPlan,
  at: Date,
): Promise<void> {
  await tx.query(
    `UPDATE import_rows r SET result = o.result, contact_id = o."contactId", company_id = o."companyId",
       name = CASE WHEN o.result <> 'erased' THEN r.name END, email = CASE WHEN o.result <> 'erased' THEN r.email END,
       company = CASE WHEN o.result <> 'erased' THEN r.company END, record = NULL, reasons = CASE WHEN o."isImported" THEN r.reasons ELSE o.reasons END,
       imported_at = CASE WHEN o."isImported" THEN $3::timestamptz END
     FROM jsonb_to_recordset($2) AS o(line int, result text, reasons jsonb, "contactId" uuid, "companyId" uuid, "isImported" boolean)
     WHERE r.import_id = $1 AND r.line = o.line`,
    [importId, JSON.stringify(outcomes), at],
  );
}
