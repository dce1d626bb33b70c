import type { Client } from 'pg';

const tables = `ARRAY['companies', 'company_addresses', 'contacts', 'contact_points', 'contact_sources', 'contact_bases', 'employments',
  'interactions', 'interaction_participants', 'search_entries']`;

interface Pair {
  drop: string;
  create: string;
}

const foreignKeys = `
  SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS drop,
    format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS create
  FROM pg_constraint WHERE contype = 'f' AND conparentid = 0 AND conrelid::regclass::text = ANY (${tables})`;

const indexes = `
  SELECT format('DROP INDEX %s', i.indexrelid::regclass) AS drop, replace(pg_get_indexdef(i.indexrelid), ' ON ONLY ', ' ON ') AS create
  FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
  WHERE NOT i.indisunique AND NOT c.relispartition AND i.indrelid::regclass::text = ANY (${tables})`;

const triggers = `
  SELECT format('ALTER TABLE %s DISABLE TRIGGER %I', tgrelid::regclass, tgname) AS drop,
    format('ALTER TABLE %s ENABLE TRIGGER %I', tgrelid::regclass, tgname) AS create
  FROM pg_trigger WHERE NOT tgisinternal AND tgparentid = 0 AND tgname <> 'contacts_get_a_clock' AND tgrelid::regclass::text = ANY (${tables})`;

/** Does `work` without the triggers, foreign keys and indexes of the large tables, and puts them back as they were. */
export async function withoutGuards(
  client: Client,
  say: (line: string) => void,
  work: () => Promise<void>,
): Promise<void> {
  const pairs: Pair[] = [];
  for (const sql of [triggers, foreignKeys, indexes]) pairs.push(...(await client.query<Pair>(sql)).rows);
  for (const { drop } of pairs) await client.query(drop);
  await work();
  say('indexes and references');
  for (const { create } of pairs.reverse()) await client.query(create);
}
