import type { Reader } from '@seloste/platform';
import type { Address, AddressDigests } from './address-digests.js';

/**
 * Which of these people, by their place, have an address or number that somebody has said no for, or that belonged to
 * somebody who is forgotten. To what exactly, the decision tells.
 */
export async function suppressedAmong(
  reader: Reader,
  people: Address[][],
  digests: AddressDigests,
): Promise<Set<number>> {
  const points = people.flatMap((addresses, n) =>
    addresses.map(({ kind, value }) => ({ n, kind, digest: digests.digestOf(kind, value).toString('hex') })),
  );
  if (points.length === 0) return new Set();
  const rows = await reader.read<{ n: number }>(
    `SELECT DISTINCT p.n FROM jsonb_to_recordset($1) AS p(n int, kind text, digest text)
     JOIN suppressions s ON s.digest = decode(p.digest, 'hex') AND s.kind = p.kind`,
    [JSON.stringify(points)],
  );
  return new Set(rows.map(({ n }) => n));
}
