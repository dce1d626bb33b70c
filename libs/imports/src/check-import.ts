import { Injectable } from '@nestjs/common';
import { holdRestrictions } from '@seloste/contacts';
import { AddressDigests } from '@seloste/permissions';
import { Database, readerOf } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import { showNoErased } from './columns/samples.js';
import { isTarget } from './columns/targets.js';
import { markDuplicatesInFile } from './duplicates-in-file.js';
import { decode } from './file/encoding.js';
import { ImportFiles } from './file/import-files.js';
import { readRecords } from './file/read-records.js';
import { Import } from './import.entity.js';
import { FileRefused } from './imports.errors.js';
import { holdPeopleOf, judge, matchRows, type Verdict } from './match-rows.js';
import type { Reason } from './rows/reasons.js';
import { readRow, type ReadRow } from './rows/read-row.js';
import type { RowMapping } from './rows/row-cells.js';

const batchSize = 500;

/** After this long without progress the work is taken to have died with its process, in seconds. */
export const stalledAfter = 30;

interface CheckedRow extends Verdict, Pick<ReadRow, 'record' | 'preview'> {
  line: number;
}

/** Another process has taken the dry run over, or the import is gone: this one stops without a word. */
class Superseded extends Error {}

/** The dry run: reads the whole file and says of each row what would become of it. Changes nothing in the register. */
@Injectable()
export class CheckImport {
  constructor(
    private readonly database: Database,
    private readonly files: ImportFiles,
    private readonly digests: AddressDigests,
  ) {}

  /** Safe to call at any time, by any number of processes: only the latest writes, and it begins from the beginning. */
  async run(id: string): Promise<void> {
    const current = await this.begin(id);
    if (!current) return;
    try {
      const rowCount = await this.checkRows(current);
      if (rowCount !== current.rowCount) throw new FileRefused('file_unreadable');
      await this.finish(current);
    } catch (error) {
      if (error instanceof Superseded) return;
      if (!(error instanceof FileRefused)) throw error;
      await this.database.manager.update(
        Import,
        { id, attempt: current.attempt, status: 'checking' },
        { status: 'failed', failure: error.code },
      );
    }
  }

  /** Takes the dry run over from whoever had it; null when there is nothing to do, or somebody is at it just now. */
  private begin(id: string): Promise<Import | null> {
    return this.database.transaction(async (tx) => {
      const [, taken]: [unknown, number] = await tx.query(
        `UPDATE imports SET attempt = attempt + 1, processed = 0, progressed_at = now()
         WHERE id = $1 AND status = 'checking' AND (progressed_at IS NULL OR progressed_at < now() - make_interval(secs => $2))`,
        [id, stalledAfter],
      );
      if (!taken) return null;
      await tx.query('DELETE FROM import_rows WHERE import_id = $1', [id]);
      return tx.findOneBy(Import, { id });
    });
  }

  /** @returns how many rows there were */
  private async checkRows(current: Import): Promise<number> {
    const mapping: RowMapping = {
      columns: (current.mapping ?? []).flatMap(({ index, target }) =>
        isTarget(target) ? [{ index, target }] : [],
      ),
      width: current.width,
      language: current.language,
    };
    let batch: (ReadRow & { line: number })[] = [];
    let rowCount = 0;
    let isHeading = current.hasHeader;
    for await (const { line, cells, span } of readRecords(
      decode(this.files.read(current.id), current.encoding),
      current.delimiter,
    )) {
      if (isHeading) {
        isHeading = false;
        continue;
      }
      rowCount++;
      batch.push({ line, ...readRow(cells, mapping, span) });
      if (batch.length < batchSize) continue;
      await this.keep(current, batch, rowCount);
      batch = [];
    }
    if (batch.length > 0) await this.keep(current, batch, rowCount);
    return rowCount;
  }

  /** Judges a batch beside the register and writes down what was found, together with how far the dry run has come. */
  private async keep(
    current: Import,
    batch: (ReadRow & { line: number })[],
    processed: number,
  ): Promise<void> {
    await this.database.transaction(async (tx) => {
      const readable = batch.flatMap(({ record }, n) => (record ? [{ n, record }] : []));
      await holdRestrictions(tx);
      await holdPeopleOf(
        tx,
        readable.map(({ record }) => record),
        this.digests,
      );
      await progress(tx, current, processed);
      const matches = await matchRows(
        readerOf(tx),
        readable.map(({ record }) => record),
        this.digests,
      );
      const matchOf = new Map(readable.map(({ n }, i) => [n, matches[i]]));
      const rows = batch.map(({ line, record, reasons, preview }, n): CheckedRow => {
        const match = matchOf.get(n);
        const verdict = record && match ? judge(record, match, reasons) : refused(reasons);
        return {
          ...verdict,
          line,
          preview: match?.isRefused || match?.isErased ? { name: null, email: null, company: null } : preview,
          record: verdict.result === 'error' || verdict.result === 'erased' ? null : record,
        };
      });
      await insertRows(tx, current.id, rows);
    });
  }

  private async finish(current: Import): Promise<void> {
    await this.database.transaction(async (tx) => {
      await progress(tx, current, current.rowCount);
      await markDuplicatesInFile(tx, current.id);
      await tx.query(
        `UPDATE imports SET status = 'checked', checked_at = now(), new_count = r.new, duplicate_count = r.duplicate, error_count = r.error,
           erased_count = r.erased, ${showNoErased}
         FROM (SELECT count(*) FILTER (WHERE result = 'new') AS new, count(*) FILTER (WHERE result = 'duplicate') AS duplicate,
                 count(*) FILTER (WHERE result = 'error') AS error, count(*) FILTER (WHERE result = 'erased') AS erased FROM import_rows WHERE import_id = $1) AS r
         WHERE id = $1`,
        [current.id],
      );
    });
  }
}

const refused = (reasons: Reason[]): Verdict => ({
  result: 'error',
  reasons,
  contactId: null,
  companyId: null,
});

/** @throws Superseded when the dry run is no longer this one's */
async function progress(tx: EntityManager, { id, attempt }: Import, processed: number): Promise<void> {
  const { affected } = await tx
    .createQueryBuilder()
    .update(Import)
    .set({ processed, progressedAt: () => 'now()' })
    .where({ id, attempt, status: 'checking' })
    .execute();
  if (!affected) throw new Superseded();
}

async function insertRows(tx: EntityManager, importId: string, rows: CheckedRow[]): Promise<void> {
  const input = rows.map(({ preview, ...row }) => ({ ...row, ...preview }));
  await tx.query(
    `INSERT INTO import_rows (import_id, line, result, reasons, name, email, company, record, contact_id, company_id)
     SELECT $1, line, result, reasons, name, email, company, nullif(record, 'null'::jsonb), "contactId", "companyId"
     FROM jsonb_to_recordset($2) AS r(line int, result text, reasons jsonb, name text, email text, company text,
       record jsonb, "contactId" uuid, "companyId" uuid)`,
    [importId, JSON.stringify(input)],
  );
}
