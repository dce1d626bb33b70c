import { companiesWithin, contactsWithin } from '@seloste/identity';
import { NotFound, type Page, type RequestContext } from '@seloste/kernel';
import {
  Conditions,
  readPage,
  referenceOf,
  whereOpen,
  type ListQuery,
  type ListReader,
  type Reader,
} from '@seloste/platform';
import { guessTargets } from './columns/guess-targets.js';
import type { ImportColumn, ImportResponse, ImportRowQuery, ImportRowResponse } from './imports.dto.js';
import type { Import } from './import.entity.js';
import type { ImportRow } from './import-row.entity.js';
import { importerSeenBy } from './import-scope.js';

type Row = Import & { createdByName: string | null; ownerName: string | null };

const columns = `
  i.id, i.status, i.file_name AS "fileName", i.encoding, i.delimiter, i.has_header AS "hasHeader",
  i.row_count AS "rowCount", i.columns, i.mapping, i.source_kind AS "sourceKind", i.source_what AS "sourceWhat",
  i.source_on::text AS "sourceOn", i.owner_id AS "ownerId", o.name AS "ownerName", i.language, i.processed,
  i.new_count AS "newCount", i.duplicate_count AS "duplicateCount", i.error_count AS "errorCount",
  i.imported_count AS "importedCount", i.failure, i.created_at AS "createdAt", i.created_by AS "createdBy",
  u.name AS "createdByName", i.finished_at AS "finishedAt", i.rows_deleted_at AS "rowsDeletedAt"`;

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
  return toImportResponse(row);
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
  return { ...page, items: page.items.map(toImportResponse) };
}

/**
 * The rows of an import in the order of the file; none once they are deleted. A row whose person or company is out of
 * the caller's reach says that they are there already, but not who.
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
  const page = await readPage<ImportRow & { cursor_key: string[] }>(
    reader,
    {
      select: `r.line, r.result, r.reasons, r.name, r.email, r.company,
        ${idWithin('contacts', 'r.contact_id', person)} AS "contactId", ${idWithin('companies', 'r.company_id', company)} AS "companyId"`,
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

const idWithin = (table: 'contacts' | 'companies', id: string, within: string | null): string =>
  whereOpen(within && `EXISTS (SELECT 1 FROM ${table} c WHERE c.id = ${id} AND ${within})`, id);

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
