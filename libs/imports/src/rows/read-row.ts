import { RowCells, type RowMapping } from './row-cells.js';
import { readCompany } from './read-company-cells.js';
import { readPerson } from './read-person-cells.js';
import type { ImportRecord } from '../import-row.entity.js';
import type { LineSpan } from '../file/unclosed-quote.js';
import type { Reason } from './reasons.js';

/** A row as read, before anybody looked into the register. */
export interface ReadRow {
  /** Null when the row is an error. */
  record: ImportRecord | null;
  /** Errors first; of a row without errors, what was left out of it. */
  reasons: Reason[];
  /** How the row is recognised in a list, as the file has it. */
  preview: { name: string | null; email: string | null; company: string | null };
}

const longestNote = 10_000;

/** Shifted over many lines means an unclosed quotation mark. */
const misshapen = (cells: string[], span: LineSpan | undefined): Reason =>
  span
    ? { code: 'unclosed_quote', value: span.lines }
    : { code: 'wrong_column_count', value: String(cells.length) };

/** Reads one row of cells: cleaned, checked and normalised. Nothing is added that the cells don't say. */
export function readRow(cells: string[], mapping: RowMapping, span?: LineSpan): ReadRow {
  const row = new RowCells(cells, mapping);
  const preview = {
    name:
      row.peek('contact.fullName', 'contact.fullNameLastFirst') ??
      row.peekAll('contact.firstName', 'contact.lastName'),
    email: row.peek('contact.email', 'company.email'),
    company: row.peek('company.name', 'company.businessId'),
  };
  if (span?.isBroken || !row.hasRightWidth())
    return { record: null, reasons: [misshapen(cells, span)], preview };
  const company = readCompany(row);
  const person = readPerson(row, mapping.language);
  const note = row.several('note').join('\n') || null;
  if (note !== null && note.length > longestNote) row.refuse('too_long', 'note');
  if (person === null && company === null && row.errors.length === 0)
    row.refuse('missing_name', row.isMapped('company.name') ? 'company.name' : 'contact.lastName');
  return row.errors.length > 0
    ? { record: null, reasons: row.errors, preview }
    : { record: { person, company, note }, reasons: row.remarks, preview };
}
