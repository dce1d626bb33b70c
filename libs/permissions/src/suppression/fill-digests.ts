import type { MasterKey } from '@seloste/platform';
import { Client } from 'pg';
import { AddressDigests, type Address } from './address-digests.js';

const batchSize = 5_000;

/** What another process is filling just now is left to it. */
const missing = `
  SELECT contact_id AS id, kind, position, value FROM contact_points WHERE digest = ''
  LIMIT ${batchSize} FOR NO KEY UPDATE SKIP LOCKED`;

const fill = `
  UPDATE contact_points p SET digest = decode(f.digest, 'hex')
  FROM jsonb_to_recordset($1) AS f(id uuid, kind text, position smallint, value text, digest text)
  WHERE p.contact_id = f.id AND p.kind = f.kind AND p.position = f.position AND p.value = f.value`;

type Point = Address & { id: string; position: number };

/**
 * Gives every address in the register the digest by which it is suppressed; those that have theirs stay as they are.
 * As the database's owner, for whom nobody is hidden. Safe to call again and by several processes at once.
 */
export async function fillDigests(ownerUrl: string, masterKey: MasterKey): Promise<void> {
  const digests = new AddressDigests(masterKey);
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    while (await fillSome(owner, digests));
  } finally {
    await owner.end();
  }
}

/** @returns false when there was nothing left */
async function fillSome(owner: Client, digests: AddressDigests): Promise<boolean> {
  await owner.query('BEGIN');
  const { rows } = await owner.query<Point>(missing);
  const filled = rows.map((point) => ({
    ...point,
    digest: digests.digestOf(point.kind, point.value).toString('hex'),
  }));
  if (filled.length > 0) await owner.query(fill, [JSON.stringify(filled)]);
  await owner.query('COMMIT');
  return filled.length > 0;
}
