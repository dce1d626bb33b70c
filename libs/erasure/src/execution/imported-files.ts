import { preparedReaderOf } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import type { Step } from './steps.js';

interface Known {
  name: string;
  emails: string[];
  phones: string[];
}

const known = `
  SELECT btrim(c.first_name || ' ' || c.last_name) AS name,
    array(SELECT lower(value) FROM contact_points p WHERE p.contact_id = c.id AND p.kind = 'email') AS emails,
    array(SELECT value FROM contact_points p WHERE p.contact_id = c.id AND p.kind = 'phone') AS phones
  FROM contacts c WHERE c.id = $1`;

/** Files that came in, and of which no row has been told apart yet. */
export const unread = `SELECT id, encoding FROM imports WHERE status IN ('mapping', 'checking') AND rows_deleted_at IS NULL`;

/**
 * What is left of files that came in, where no row leads to the person: a file that nobody has read yet and that names
 * them goes as a whole, and of columns whose samples tell of them no samples are shown any more.
 */
export async function stepsInImports(tx: EntityManager, contactId: string): Promise<Step[]> {
  const naming = await filesNaming(tx, contactId);
  const step = { ...aboutImports, isOneOff: naming.length > 0 };
  const files: Step[] =
    naming.length === 0
      ? []
      : [
          { ...step, action: 'redact', rows: isAmong('t.id', naming), sets: [withoutSamples, ...ended] },
          {
            ...step,
            table: 'import_file_parts',
            action: 'delete_row',
            rows: isAmong('t.import_id', naming),
            sets: [],
          },
        ];
  const others = naming.length === 0 ? '' : ` AND NOT ${isAmong('t.id', naming)}`;
  return [...files, { ...step, action: 'redact', rows: `${showsSamples}${others}`, sets: [withoutSamples] }];
}

const aboutImports = { table: 'imports', why: null, isEvidence: false } as const;

/** What is left where no file waits to be read. */
export const stepOfSamples = (): Step => ({
  ...{ ...aboutImports, action: 'redact', rows: showsSamples, sets: [withoutSamples] },
});

async function filesNaming(tx: EntityManager, contactId: string): Promise<string[]> {
  const reader = preparedReaderOf(tx);
  const files = await reader.read<{ id: string; encoding: string }>(unread);
  const [person] =
    files.length === 0 ? [] : await reader.read<Known & Record<string, unknown>>(known, [contactId]);
  const naming: string[] = [];
  for (const { id, encoding } of person ? files : [])
    if (person && names(await textOf(tx, id, encoding), person)) naming.push(`'${id}'`);
  return naming;
}

/** Ids of our own making. */
const isAmong = (column: string, ids: string[]): string =>
  `(${column} IN (${ids.join(', ')}) AND $1::uuid IS NOT NULL)`;

const ended = [`status = 'failed'`, `failure = 'person_erased'`];

const withoutSamples = `columns = (
  SELECT coalesce(jsonb_agg(jsonb_set(c, '{samples}', '[]') ORDER BY n), '[]') FROM jsonb_array_elements(t.columns) WITH ORDINALITY AS all_columns (c, n))`;

const showsSamples = `jsonb_path_exists(t.columns, '$[*].samples[*]') AND (
  t.id IN (SELECT o.import_id FROM import_rows_of($1) o)
  OR EXISTS (SELECT FROM contacts p, jsonb_array_elements(t.columns) AS c, jsonb_array_elements_text(c -> 'samples') AS sample
    WHERE p.id = $1 AND (lower(sample COLLATE "fi-x-icu") = lower(btrim(p.first_name || ' ' || p.last_name) COLLATE "fi-x-icu")
      OR length(p.last_name) > 2 AND strpos(lower(sample COLLATE "fi-x-icu"), lower(p.last_name COLLATE "fi-x-icu")) > 0
      OR EXISTS (SELECT FROM contact_points q WHERE q.contact_id = p.id AND (strpos(lower(sample), lower(q.value)) > 0
        OR q.kind = 'phone' AND right(regexp_replace(sample, '[^0-9]', '', 'g'), 8) = right(q.value, 8))))))`;

async function textOf(tx: EntityManager, importId: string, encoding: string): Promise<string> {
  const parts = await tx.query<{ bytes: Buffer }[]>(
    'SELECT bytes FROM import_file_parts WHERE import_id = $1 ORDER BY position',
    [importId],
  );
  return new TextDecoder(encoding).decode(Buffer.concat(parts.map(({ bytes }) => bytes)));
}

/** By an address, a number however it is grouped, or both parts of the name in one line. */
function names(text: string, { name, emails, phones }: Known): boolean {
  const lower = text.toLocaleLowerCase('fi');
  if (emails.some((email) => lower.includes(email))) return true;
  const digits = lower.replace(/[^\p{L}\d\n]/gu, '');
  if (phones.some((phone) => digits.includes(phone.slice(-8)))) return true;
  const parts = name.toLocaleLowerCase('fi').split(' ').filter(Boolean);
  return parts.length > 1 && lower.split('\n').some((line) => parts.every((part) => line.includes(part)));
}
