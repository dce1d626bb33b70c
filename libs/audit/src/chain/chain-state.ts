import type { Reader } from '@seloste/platform';
import type { AuditKeys, ChainState } from './audit-keys.js';
import { microseconds } from './stored.js';

interface StateRow {
  began_at: string;
  baseline_seq: string;
  first_seq: string;
  first_previous: Buffer;
  last_seq: string;
  last_hash: Buffer;
  reads: string | null;
  decisions: string | null;
  mac: Buffer;
}

const select = `SELECT to_char(began_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS began_at, baseline_seq, first_seq,
  first_previous, last_seq, last_hash, ${microseconds('reads_pruned_until')} AS reads,
  ${microseconds('decisions_pruned_until')} AS decisions, mac FROM audit_chain`;

/** The chain's ends, and whether they bear our mark. Null before the first event was sealed. */
export async function readState(
  reader: Reader,
  keys: AuditKeys,
): Promise<{ state: ChainState; isOurs: boolean } | null> {
  const [row] = await reader.read<StateRow & Record<string, unknown>>(select);
  if (!row) return null;
  const state: ChainState = {
    beganAt: row.began_at,
    baselineSeq: Number(row.baseline_seq),
    firstSeq: Number(row.first_seq),
    firstPrevious: row.first_previous,
    lastSeq: Number(row.last_seq),
    lastHash: row.last_hash,
    readsPrunedUntil: row.reads,
    decisionsPrunedUntil: row.decisions,
  };
  return { state, isOurs: keys.seal(state).equals(row.mac) };
}

const time = (placeholder: string): string =>
  `timestamptz '1970-01-01 00:00:00Z' + ${placeholder}::bigint * interval '1 microsecond'`;

/** Writes the chain's ends with our mark. The caller holds the chain's lock. */
export async function writeState(reader: Reader, keys: AuditKeys, state: ChainState): Promise<void> {
  await reader.read(
    `INSERT INTO audit_chain (began_at, baseline_seq, first_seq, first_previous, last_seq, last_hash, reads_pruned_until,
       decisions_pruned_until, mac)
     VALUES ($1, $2, $3, $4, $5, $6, ${time('$7')}, ${time('$8')}, $9)
     ON CONFLICT (singleton) DO UPDATE SET began_at = excluded.began_at, baseline_seq = excluded.baseline_seq,
       first_seq = excluded.first_seq, first_previous = excluded.first_previous, last_seq = excluded.last_seq,
       last_hash = excluded.last_hash, reads_pruned_until = excluded.reads_pruned_until,
       decisions_pruned_until = excluded.decisions_pruned_until, mac = excluded.mac`,
    [
      state.beganAt,
      state.baselineSeq,
      state.firstSeq,
      state.firstPrevious,
      state.lastSeq,
      state.lastHash,
      state.readsPrunedUntil,
      state.decisionsPrunedUntil,
      keys.seal(state),
    ],
  );
}
