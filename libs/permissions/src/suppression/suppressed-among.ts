import type { Reader } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import type { Address, AddressDigests } from './address-digests.js';

/**
 * Nobody to whom one of these belongs is erased until the transaction ends; whoever is erased just now is waited for. For
 * transactions that bring people in or give them new addresses: before any row, so that no two wait for each other.
 */
export async function holdIdentity(
  tx: EntityManager,
  addresses: Address[],
  digests: AddressDigests,
): Promise<void> {
  if (addresses.length === 0) return;
  const held = addresses.map(({ kind, value }) => digests.digestOf(kind, value));
  await tx.query('SELECT hold_identity($1, false)', [held]);
}

/**
 * Which of these people, by their place, have an address or number that somebody has said no for, or that belonged to
 * somebody who is forgotten. To what exactly, the decision tells.
 */
export function suppressedAmong(
  reader: Reader,
  people: Address[][],
  digests: AddressDigests,
): Promise<Set<number>> {
  return among(reader, people, { digests, which: 'true' });
}

/**
 * Which of these people, by their place, were forgotten: only they themselves bring themselves back (design rule 6). Who
 * has an e-mail address is known by it alone, since colleagues share a switchboard.
 */
export function erasedAmong(
  reader: Reader,
  people: Address[][],
  digests: AddressDigests,
): Promise<Set<number>> {
  const marks = people.map((addresses) => {
    const emails = addresses.filter(({ kind }) => kind === 'email');
    return emails.length > 0 ? emails : addresses;
  });
  return among(reader, marks, { digests, which: `s.reason = 'erasure'` });
}

async function among(
  reader: Reader,
  people: Address[][],
  { digests, which }: { digests: AddressDigests; which: string },
): Promise<Set<number>> {
  const points = people.flatMap((addresses, n) =>
    addresses.map(({ kind, value }) => ({ n, kind, digest: digests.digestOf(kind, value).toString('hex') })),
  );
  if (points.length === 0) return new Set();
  const rows = await reader.read<{ n: number }>(
    `SELECT DISTINCT p.n FROM jsonb_to_recordset($1) AS p(n int, kind text, digest text)
     JOIN suppressions s ON s.digest = decode(p.digest, 'hex') AND s.kind = p.kind AND ${which}`,
    [JSON.stringify(points)],
  );
  return new Set(rows.map(({ n }) => n));
}
