import { createHash, createHmac, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Client } from 'pg';
import { loadPlatform } from './built.ts';

/** How many links at most: each is pressed once, by either side. */
const most = 100_000;
const batch = 10_000;

/**
 * Gives people links as messages carry them, and forgets what earlier runs objected to, so that every press is a first one.
 * @returns the tokens
 */
export async function issueLinks(url: string, folder: string): Promise<string[]> {
  const platform = await loadPlatform();
  const key = Buffer.from(
    platform.loadMasterKey(join(folder, 'master.key')).derive('link of a person'),
    'hex',
  );
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('TRUNCATE objections, objection_withdrawals, suppressions, contact_links CASCADE');
    const { rows: people } = await client.query<{ id: string }>(
      'SELECT id FROM contacts ORDER BY md5(id::text) LIMIT $1',
      [most],
    );
    const links = people.map(({ id: contactId }) => linkOf(randomUUID(), contactId, key));
    for (let from = 0; from < links.length; from += batch) {
      const part = links.slice(from, from + batch);
      await client.query(insertLinks, [
        part.map(({ id }) => id),
        part.map(({ hash }) => hash),
        part.map(({ contactId }) => contactId),
      ]);
    }
    await client.query('ANALYZE contact_links');
    return links.map(({ token }) => token);
  } finally {
    await client.end();
  }
}

/** As PersonLinks derives it. */
function linkOf(id: string, contactId: string, key: Buffer) {
  const token = createHmac('sha256', key).update(id).digest().subarray(0, 24).toString('base64url');
  return { id, contactId, token, hash: createHash('sha256').update(token).digest() };
}

const insertLinks = `
  INSERT INTO contact_links (id, token_hash, contact_id, kind, language, purpose, channel, message_id, issued_at)
  SELECT l.id, l.hash, l.contact_id, 'message', 'fi', 'newsletter', 'email', l.id, now()
  FROM unnest($1::uuid[], $2::bytea[], $3::uuid[]) AS l(id, hash, contact_id)`;
