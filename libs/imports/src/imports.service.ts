import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import { InvalidInput, NotFound, type Clock, type Page, type RequestContext } from '@seloste/kernel';
import { CLOCK, Database, type ListQuery } from '@seloste/platform';
import type { EntityManager, FindOptionsWhere } from 'typeorm';
import { naming, takesSeveralColumns, type Target } from './columns/targets.js';
import { ImportFiles } from './file/import-files.js';
import { inspectFile, type FileShape } from './file/inspect-file.js';
import { ImportFilePart } from './import-file-part.entity.js';
import { ImportRow } from './import-row.entity.js';
import { Import, type ColumnMapping, type FileColumn } from './import.entity.js';
import type {
  ImportResponse,
  ImportRowQuery,
  ImportRowResponse,
  MapImport,
  MappedColumn,
} from './imports.dto.js';
import { ImportIsBusy, ImportIsOver } from './imports.errors.js';
import { ImportReferences } from './import-references.js';
import { importerSeenBy } from './import-scope.js';
import { listImports, listRows, readImport } from './read-imports.js';

/** What was found out of an earlier mapping and no longer holds. */
const unchecked = {
  newCount: null,
  duplicateCount: null,
  errorCount: null,
  checkedAt: null,
  failure: null,
  processed: 0,
};

/** The everyday use cases of an import. Who may import for everybody sees everybody's, anybody else their own. */
@Injectable()
export class ImportsService {
  constructor(
    private readonly database: Database,
    private readonly files: ImportFiles,
    private readonly audit: Audit,
    private readonly directory: ImportReferences,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  list(context: RequestContext, query: ListQuery): Promise<Page<ImportResponse>> {
    return listImports(this.database, context, query);
  }

  /** @throws NotFound */
  get(context: RequestContext, id: string): Promise<ImportResponse> {
    return readImport(this.database, context, id);
  }

  /** @throws NotFound */
  async listRows(
    context: RequestContext,
    id: string,
    query: ImportRowQuery,
  ): Promise<Page<ImportRowResponse>> {
    await this.get(context, id);
    const page = await listRows(this.database, context, { importId: id, query });
    await this.audit.recordRead(context, {
      action: 'import.list_rows',
      subjectType: 'import',
      subjectId: id,
      shownIds: page.items.flatMap(({ contactId }) => contactId ?? []),
    });
    return page;
  }

  /**
   * Says what the columns mean; an earlier dry run no longer counts.
   * @throws NotFound, InvalidInput, FileRefused (with another encoding or delimiter), ImportIsBusy, ImportIsOver
   */
  async map(context: RequestContext, id: string, input: MapImport): Promise<ImportResponse> {
    const current = await this.getOpen(context, id);
    const source = await this.directory.sourceOf(context, input);
    const shape = await this.reread(current, input);
    const mapping = input.columns ? mappingOf(input.columns, shape.columns) : null;
    await this.database.transaction(async (tx) => {
      assertOpen(await lockImport(tx, context, id));
      await tx.delete(ImportRow, { importId: id });
      const said = { ...source, mapping, ownerId: input.ownerId ?? null, language: input.language ?? null };
      await tx.update(Import, { id }, { ...shape, ...said, ...unchecked, status: 'mapping' });
      await this.audit.record(tx, context, { action: 'import.map', subjectType: 'import', subjectId: id });
    });
    return this.get(context, id);
  }

  /** The file's shape when it is read as the user says; as it is known when nothing changes. */
  private async reread(current: Import, input: MapImport): Promise<FileShape & { encoding: string }> {
    const { width, rowCount, columns } = current;
    const encoding = input.encoding ?? current.encoding;
    const delimiter = input.delimiter ?? current.delimiter;
    const hasHeader = input.hasHeader ?? current.hasHeader;
    const isSame =
      encoding === current.encoding && delimiter === current.delimiter && hasHeader === current.hasHeader;
    if (isSame) return { encoding, delimiter, hasHeader, width, rowCount, columns };
    const shape = await inspectFile(() => this.files.read(current.id), encoding, { delimiter, hasHeader });
    return { ...shape, encoding };
  }

  private async getOpen(context: RequestContext, id: string): Promise<Import> {
    const current = await this.database.manager.findOneBy(Import, seen(context, id));
    if (!current || current.status === 'receiving') throw new NotFound('import');
    assertOpen(current);
    return current;
  }

  /**
   * Deletes the file and its rows. An import that was run stays as evidence of where people came from, and so do the
   * people; one that was not run is gone altogether.
   * @throws NotFound, ImportIsBusy
   */
  async delete(context: RequestContext, id: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const current = await lockImport(tx, context, id);
      if (current.isBusy) throw new ImportIsBusy();
      await this.deleteData(tx, current);
      await this.audit.record(tx, context, { action: 'import.delete', subjectType: 'import', subjectId: id });
    });
  }

  /** The same when its time is up, with what `within` does; of an import that is being worked on, later. */
  async expire(
    context: RequestContext,
    id: string,
    within: (tx: EntityManager) => Promise<void>,
  ): Promise<void> {
    await this.database.transaction(async (tx) => {
      const current = await lockImport(tx, context, id);
      if (current.isBusy) return;
      await this.deleteData(tx, current);
      await this.audit.record(tx, context, { action: 'import.expire', subjectType: 'import', subjectId: id });
      await within(tx);
    });
  }

  /** In the caller's transaction. */
  private async deleteData(tx: EntityManager, { id, wasRun, columns, rowsDeletedAt }: Import): Promise<void> {
    if (!wasRun) return void (await tx.delete(Import, { id }));
    await tx.delete(ImportRow, { importId: id });
    await tx.delete(ImportFilePart, { importId: id });
    const bare = columns.map((column) => ({ ...column, samples: [] }));
    await tx.update(Import, { id }, { columns: bare, rowsDeletedAt: rowsDeletedAt ?? this.clock.now() });
  }
}

/** The import as far as the caller sees it, as a condition. */
function seen(context: RequestContext, id: string): FindOptionsWhere<Import> {
  const importer = importerSeenBy(context);
  return importer === null ? { id } : { id, createdBy: importer };
}

/** The import, kept from others' changes until the transaction ends. @throws NotFound */
export async function lockImport(tx: EntityManager, context: RequestContext, id: string): Promise<Import> {
  const found = await tx.findOne(Import, { where: seen(context, id), lock: { mode: 'pessimistic_write' } });
  if (!found || found.status === 'receiving') throw new NotFound('import');
  return found;
}

/** @throws ImportIsBusy, ImportIsOver when nothing may be changed any more */
export function assertOpen(current: Import): void {
  if (current.wasRun && current.status !== 'running') throw new ImportIsOver();
  if (current.isBusy) throw new ImportIsBusy();
}

/** @throws InvalidInput for a column that the file does not have, a target that is taken twice, or nothing that names anybody */
function mappingOf(wanted: MappedColumn[], columns: FileColumn[]): ColumnMapping {
  const known = new Set(columns.map(({ index }) => index));
  const taken = new Set<Target>();
  for (const [n, { index, target }] of wanted.entries()) {
    if (!known.has(index))
      throw InvalidInput.of(`columns.${n}.index`, 'unknown_column', 'must be a column of the file');
    if (target == null) continue;
    if (taken.has(target) && !takesSeveralColumns(target))
      throw InvalidInput.of(`columns.${n}.target`, 'taken_twice', 'must not be given to two columns');
    taken.add(target);
  }
  if (![...taken].some((target) => naming.has(target)))
    throw InvalidInput.of(
      'columns',
      'nothing_named',
      'one column at least must be a name, of a person or of a company',
    );
  return columns.map(({ index }) => ({
    index,
    target: wanted.find((column) => column.index === index)?.target ?? null,
  }));
}
