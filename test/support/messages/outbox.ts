import { newId } from '@seloste/kernel';
import { MessageContents, Messages, type NewMessage, type Origin } from '@seloste/messages';
import { databaseOf, type TestApp } from '@seloste/testing';

/** Named people with work addresses, who may be written to about their work; the ids in order. */
export async function addPeople(
  app: TestApp,
  count: number,
  { prefix = 'person', companyId = null }: { prefix?: string; companyId?: string | null } = {},
): Promise<string[]> {
  const company = companyId ?? newId();
  if (companyId === null)
    await app.rows(
      `INSERT INTO companies (id, name, relationship_status, legal_form, source_kind, source_on, created_at, updated_at)
       VALUES ($1, 'Kvarnen Oy', 'prospect', 'limited_company', 'company', current_date, now(), now())`,
      [company],
    );
  const ids = Array.from({ length: count }, () => newId());
  await app.rows(
    `WITH people AS (SELECT id, n FROM unnest($1::uuid[]) WITH ORDINALITY AS p(id, n)),
     made AS (INSERT INTO contacts (id, first_name, last_name, title, language, company_id, retention_ground, retention_review_on, created_at, updated_at)
       SELECT id, 'Åsa', 'Lindqvist ' || n, 'Inköpare', 'sv', $2, 'active_customer', current_date + 90, now(), now() FROM people RETURNING id),
     sources AS (INSERT INTO contact_sources (id, contact_id, kind, what, collected_on, recorded_at)
       SELECT gen_random_uuid(), id, 'person', 'mässa', current_date, now() FROM people)
     INSERT INTO contact_points (contact_id, kind, position, value, digest)
       SELECT id, 'email', 0, $3 || n || '@kvarnen.example', sha256((id::text)::bytea) FROM people`,
    [ids, company, prefix],
  );
  return ids;
}

/** A campaign's messages, queued as a mailing queues them. */
export async function queueMailing(
  app: TestApp,
  contactIds: string[],
  fields: Partial<NewMessage> = {},
): Promise<{ origin: Origin; ids: string[] }> {
  const origin: Origin = { kind: 'mailing', id: newId() };
  const ids = await databaseOf(app).transaction((tx) =>
    app.app.get(Messages).queue(
      tx,
      contactIds.map((contactId) => ({
        contactId,
        purpose: 'newsletter',
        language: 'sv',
        origin,
        ...fields,
      })),
    ),
  );
  return { origin, ids };
}

/** Writes what a mailing's messages say, in place of templates. */
export function provideMailings(app: TestApp): void {
  app.app.get(MessageContents).provide('mailing', (_tx, messages) =>
    Promise.resolve(
      new Map(
        messages.map(({ id, links }) => [
          id,
          {
            subject: 'Kvarnen i höst – nyheter',
            text: `Hej Åsa!\n\nNytt om kvarnen.\n\nAvsluta: ${links.unsubscribe}\n`,
            html: `<!doctype html><html lang="sv"><body><p>Hej Åsa!</p><p>Nytt om kvarnen.</p><p><a href="${links.unsubscribe}">Avsluta</a></p></body></html>`,
            carriesNotice: true,
          },
        ]),
      ),
    ),
  );
}
