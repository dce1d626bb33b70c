import { companiesWithin, contactsWithin } from '@seloste/identity';
import { NotFound, type Page, type RequestContext } from '@seloste/kernel';
import {
  Conditions,
  languageOf,
  readPage,
  referenceOf,
  type ListQuery,
  type ListReader,
  type Reader,
} from '@seloste/platform';
import { thingClockColumn, toThingRetention, type ThingClockColumn } from '@seloste/retention';
import { guessTargets } from './columns/guess-targets.js';
import type { ImportColumn, ImportResponse, ImportRowQuery, ImportRowResponse } from './imports.dto.js';
import type { Import } from './import.entity.js';
import type { ImportRow } from './import-row.entity.js';
import { importerSeenBy } from './import-scope.js';
import type { ReasonCode } from './rows/reasons.js';

type Row = Import & {
  createdByName: string | null;
  ownerName: string | null;
  clock: ThingClockColumn | null;
};

const clock = thingClockColumn({
  rule: "rr.key = 'imports'",
  startedAt: 'coalesce(i.finished_at, i.created_at)',
  what: "'import'",
  unless: 'i.rows_deleted_at IS NOT NULL',
});

const columns = `
  i.id, i.status, i.file_name AS "fileName", i.encoding, i.delimiter, i.has_header AS "hasHeader",
  i.row_count AS "rowCount", i.columns, i.mapping, i.source_kind AS "sourceKind", i.source_what AS "sourceWhat",
  i.source_on::text AS "sourceOn", i.owner_id AS "ownerId", o.name AS "ownerName", i.language, i.processed,
  i.new_count AS "newCount", i.duplicate_count AS "duplicateCount", i.error_count AS "errorCount", i.erased_count AS "erasedCount",
  i.imported_count AS "importedCount", i.failure, i.created_at AS "createdAt", i.created_by AS "createdBy",
  u.name AS "createdByName", i.finished_at AS "finishedAt", i.rows_deleted_at AS "rowsDeletedAt", ${clock} AS clock`;

const from = 'imports i LEFT JOIN users u ON u.id = i.created_by LEFT JOIN users o ON o.id = i.owner_id';

/** What the caller sees; not while the file is still on its way. */
function seenBy(context: RequestContext): Conditions {
  const conditions = new Conditions(["i.status <> 'receiving'"]);
  conditions.add(importerSeenBy(context) ?? undefined, (p) => `i.created_by = ${p}`);
  return conditions;
}

/** @throws NotFound, also while the file is still on its way */
export async function readImport(
  reader: Reader,
  context: RequestContext,
  id: string,
): Promise<ImportResponse> {
  const conditions = seenBy(context);
  conditions.add(id, (p) => `i.id = ${p}`);
  const [row] = await reader.read<Row>(
    `SELECT ${columns} FROM ${from} WHERE ${conditions.where.join(' AND ')}`,
    conditions.parameters,
  );
  if (!row) throw new NotFound('import');
  return toImportResponse(row, context);
}

/** The imports that the caller sees, newest first. */
export async function listImports(
  reader: ListReader,
  context: RequestContext,
  query: ListQuery,
): Promise<Page<ImportResponse>> {
  const { where, parameters } = seenBy(context);
  const page = await readPage<Row & { cursor_key: string[] }>(
    reader,
    {
      select: columns,
      from,
      countFrom: 'imports i',
      where,
      parameters,
      sort: {
        keys: [
          { sql: 'i.created_at', type: 'timestamptz' },
          { sql: 'i.id', type: 'uuid' },
        ],
        descending: true,
      },
    },
    query,
  );
  return { ...page, items: page.items.map((row) => toImportResponse(row, context)) };
}

/**
 * The rows of an import in the order of the file; none once they are deleted. A row whose person or company is out of
 * the caller's reach says that they are there already, but neither who nor by what they were found.
 */
export async function listRows(
  reader: ListReader,
  context: RequestContext,
  { importId, query }: { importId: string; query: ImportRowQuery },
): Promise<Page<ImportRowResponse>> {
  const conditions = new Conditions();
  conditions.add(importId, (p) => `r.import_id = ${p}`);
  conditions.add(query.result, (p) => `r.result = ${p}`);
  const { where, parameters } = conditions;
  const countParameters = [...parameters];
  const person = contactsWithin(context, 'contacts.read', 'c', parameters);
  const company = companiesWithin(context, 'companies.read', 'c', parameters);
  const page = await readPage<SeenRow & { cursor_key: string[] }>(
    reader,
    {
      select: `r.line, r.result, r.reasons, r.name, r.email, r.company, r.contact_id AS "contactId", r.company_id AS "companyId",
        ${isShown('contacts', 'r.contact_id', person)} AS "showsPerson", ${isShown('companies', 'r.company_id', company)} AS "showsCompany"`,
      from: 'import_rows r',
      where,
      parameters,
      countParameters,
      sort: { keys: [{ sql: 'r.line', type: 'integer' }], descending: false },
    },
    query,
  );
  return { ...page, items: page.items.map(toRowResponse) };
}

type SeenRow = ImportRow & { showsPerson: boolean; showsCompany: boolean };

const isShown = (table: 'contacts' | 'companies', id: string, within: string | null): string =>
  within === null
    ? 'true'
    : `(${id} IS NULL OR EXISTS (SELECT 1 FROM ${table} c WHERE c.id = ${id} AND ${within}))`;

function toImportResponse(row: Row, context: RequestContext): ImportResponse {
  const { sourceKind: kind, sourceOn: when, newCount, duplicateCount, errorCount, erasedCount } = row;
  return {
    id: row.id,
    status: row.status,
    fileName: row.fileName,
    encoding: row.encoding,
    delimiter: row.delimiter,
    hasHeader: row.hasHeader,
    rowCount: row.rowCount,
    columns: columnsWithTargets(row),
    mapping: row.mapping,
    source: kind === null || when === null ? null : { kind, what: row.sourceWhat, when },
    owner: referenceOf(row.ownerId, row.ownerName),
    language: row.language,
    summary:
      newCount === null || duplicateCount === null || errorCount === null
        ? null
        : {
            new: newCount,
            duplicate: duplicateCount,
            erased: erasedCount ?? 0,
            error: errorCount,
            imported: row.importedCount,
          },
    processed: row.processed,
    failure: row.failure,
    createdAt: row.createdAt,
    createdBy: referenceOf(row.createdBy, row.createdByName),
    finishedAt: row.finishedAt,
    rowsDeletedAt: row.rowsDeletedAt,
    retention: toThingRetention(row.clock, languageOf(context)),
  };
}

/** What each column becomes: the user's word, and before that a guess. */
function columnsWithTargets({ columns: all, mapping }: Import): ImportColumn[] {
  if (mapping === null) {
    const guesses = guessTargets(all);
    return all.map((column, n) => ({ ...column, target: guesses[n] ?? null }));
  }
  const chosen = new Map(mapping.map(({ index, target }) => [index, target]));
  return all.map((column) => ({ ...column, target: chosen.get(column.index) ?? null }));
}

function toRowResponse(row: SeenRow): ImportRowResponse {
  const { line, result, name, email, company, contactId, companyId } = row;
  const isElsewhere = !row.showsPerson || (contactId === null && !row.showsCompany);
  return {
    row: line,
    result,
    reasons: row.showsPerson && row.showsCompany ? row.reasons : reasonsFor(row, isElsewhere),
    contactId: row.showsPerson ? contactId : null,
    companyId: row.showsPerson && row.showsCompany ? companyId : null,
    preview: { name, email, company },
  };
}

/** What is said of a person or company out of reach: that the register has them, and nothing to tell them by. */
function reasonsFor({ result, reasons }: SeenRow, isElsewhere: boolean): ImportRow['reasons'] {
  const known = reasons.filter(({ code }) => code !== 'company_exists');
  if (result !== 'duplicate' || !isElsewhere) return known;
  return known.map((reason) =>
    reason.code === 'duplicate_in_file' ? reason : { code: 'duplicate_elsewhere' satisfies ReasonCode },
  );
}
