import { newId, type Channel, type Language } from '@seloste/kernel';
import { PersonLinks, type NewPersonLink } from '@seloste/permissions';
import { databaseOf, type TestApp } from '@seloste/testing';

/** A link as a message would carry it; returns its token. */
export async function aLink(
  app: TestApp,
  link: Partial<NewPersonLink> & { contactId: string },
): Promise<string> {
  const links = app.app.get(PersonLinks);
  const id = newId();
  const of = {
    purpose: 'newsletter',
    channel: 'email' as Channel,
    messageId: id,
    language: 'fi' as Language,
  };
  const [first] = await app.rows<{ value: string }>(
    `SELECT value FROM contact_points WHERE contact_id = $1 AND kind = 'email' ORDER BY position LIMIT 1`,
    [link.contactId],
  );
  await databaseOf(app).transaction((tx) =>
    links.issue(tx, [{ id, kind: 'message', ...of, address: first?.value ?? null, ...link }]),
  );
  return links.tokenOf(id);
}

/** A digest of each table's rows, to see that nothing was touched. Only without work behind the requests (`process: 'api'`). */
export async function everyRow(app: TestApp): Promise<Record<string, string>> {
  const tables = await app.rows<{ table: string }>(
    `SELECT c.relname AS table FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' ORDER BY 1`,
  );
  const contents: Record<string, string> = {};
  for (const { table } of tables) {
    const [row] = await app.rows<{ rows: string | null }>(
      `SELECT md5(string_agg(t::text, E'\\n' ORDER BY t::text)) AS rows FROM "${table}" t`,
    );
    contents[table] = row?.rows ?? '';
  }
  return contents;
}
