import { NotFound, type Page } from '@seloste/kernel';
import {
  Conditions,
  readPage,
  referenceOf,
  type ListQuery,
  type ListReader,
  type Reader,
} from '@seloste/platform';
import { guessTargets } from './columns/guess-targets.js';
import type { ImportColumn, ImportResponse, ImportRowQuery, ImportRowResponse } from './imports.dto.js';
import type { Import } from './import.entity.js';
import type { ImportRow } from './import-row.entity.js';

type Row = Import & { createdByName: string | null; ownerName: string | null };

const columns = `
  i.id, i.status, i.file_name AS "fileName", i.encoding, i.delimiter, i.has_header AS "hasHeader",
  i.row_count AS "rowCount", i.columns, i.mapping, i.source_kind AS "sourceKind", i.source_what AS "sourceWhat",
  i.source_on::text AS "sourceOn", i.owner_id AS "ownerId", o.name AS "ownerName", i.language, i.processed,
  i.new_count AS "newCount", i.duplicate_count AS "duplicateCount", i.error_count AS "errorCount",
  i.imported_count AS "importedCount", i.failure, i.created_at AS "createdAt", i.created_by AS "createdBy",
  u.name AS "createdByName", i.finished_at AS "finishedAt", i.rows_deleted_at AS "rowsDeletedAt"`;

const from = 'imports i LEFT JOIN users u ON u.id = i.created_by LEFT JOIN users o ON o.id = i.owner_id';

/** @throws NotFound, also while the file is still on its way */
export async function readImport(reader: Reader, id: string): Promise<ImportResponse> {
  const [row] = await reader.read<Row>(
    `SELECT ${columns} FROM ${from} WHERE i.id = $1 AND i.status <> 'receiving'`,
    [id],
  );
  if (!row) throw new NotFound('import');
  return toImportResponse(row);
}

/** Everybody's imports, newest first. */
export async function listImports(reader: ListReader, query: ListQuery): Promise<Page<ImportResponse>> {
  const page = await readPage<Row & { cursor_key: string[] }>(
    reader,
    {
      select: columns,
      from,
      countFrom: 'imports i',
      where: ["i.status <> 'receiving'"],
      parameters: [],
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
  return { ...page, items: page.items.map(toImportResponse) };
}

/** The rows of an import in the order of the file; none once they are deleted. */
export async function listRows(
  reader: ListReader,
  importId: string,
  query: ImportRowQuery,
): Promise<Page<ImportRowResponse>> {
  const conditions = new Conditions();
  conditions.add(importId, (p) => `r.import_id = ${p}`);
  conditions.add(query.result, (p) => `r.result = ${p}`);
  const page = await readPage<ImportRow & { cursor_key: string[] }>(
    reader,
    {
      select:
        'r.line, r.result, r.reasons, r.name, r.email, r.company, r.contact_id AS "contactId", r.company_id AS "companyId"',
      from: 'import_rows r',
      where: conditions.where,
      parameters: conditions.parameters,
      sort: { keys: [{ sql: 'r.line', type: 'integer' }], descending: false },
    },
    query,
  );
  return { ...page, items: page.items.map(toRowResponse) };
}

function toImportResponse(row: Row): ImportResponse {
  const { sourceKind: kind, sourceOn: when, newCount, duplicateCount, errorCount } = row;
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
        : { new: newCount, duplicate: duplicateCount, error: errorCount, imported: row.importedCount },
    processed: row.processed,
    failure: row.failure,
    createdAt: row.createdAt,
    createdBy: referenceOf(row.createdBy, row.createdByName),
    finishedAt: row.finishedAt,
    rowsDeletedAt: row.rowsDeletedAt,
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

const toRowResponse = ({
  line,
  result,
  reasons,
  name,
  email,
  company,
  contactId,
  companyId,
}: ImportRow): ImportRowResponse => ({
  row: line,
  result,
  reasons,
  contactId,
  companyId,
  preview: { name, email, company },
});
