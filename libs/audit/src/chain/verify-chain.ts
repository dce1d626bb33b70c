import type { Reader } from '@seloste/platform';
import type { AuditKeys, ChainState, LinkBody } from './audit-keys.js';
import { readState } from './chain-state.js';
import { digestedColumns, isThere, microseconds, type StoredEvent } from './stored.js';

/** In which way a link does not hold. */
export const breakReasons = [
  'changed_event', // its event is not what was sealed
  'missing_event', // its event was removed, and not by its retention rule
  'forged_event', // its event was not written by a process that holds the master key
  'broken_hash', // the link was changed, moved or made up
  'gap', // the link is missing
  'cut_off', // links at the end are missing
  'broken_state', // the chain's ends or its pruning were changed
  'unsealed_event', // an event that neither has a link nor waits for one
] as const;

export interface BrokenLink {
  /** Null when it is no link that is broken. */
  seq: number | null;
  eventId: string | null;
  reason: (typeof breakReasons)[number];
}

/** A link that was noted earlier, outside the database. */
export interface Head {
  seq: number;
  /** Hex. */
  hash: string;
}

export interface ChainReport {
  verified: boolean;
  events: number;
  links: number;
  /** Events that wait for their link. */
  pending: number;
  /** ISO 8601; null before the first event. */
  beganAt: string | null;
  /** Events before were pruned by their retention rule, ISO 8601. */
  prunedUntil: { read: string | null; decision: string | null };
  /** The last link: whoever notes it can prove later that nothing was cut off. */
  head: Head | null;
  firstBroken: BrokenLink | null;
}

/** Few enough that computing a batch holds up no request. */
const batchSize = 500;

type LinkRow = Omit<LinkBody, 'seq' | 'class' | 'occurredAt'> & {
  seq: string;
  linkClass: string;
  linkOccurredAt: string;
  hash: Buffer;
} & StoredEvent;

const nextLinks = `
  SELECT l.seq, l.event_id AS "eventId", l.class AS "linkClass", ${microseconds('l.occurred_at')} AS "linkOccurredAt", l.attested,
    l.digest, l.hash, ${digestedColumns}
  FROM audit_links l LEFT JOIN audit_events e ON e.id = l.event_id WHERE l.seq > $1 ORDER BY l.seq LIMIT ${batchSize}`;

/**
 * Recomputes the whole chain, batch by batch, in constant memory, and compares it with the events.
 * @param reader reads in one REPEATABLE READ transaction, so that events, links and ends are of the same moment
 * @param noted a head from an earlier report: a chain that does not hold it was cut off or replaced
 */
export async function verifyChain(reader: Reader, keys: AuditKeys, noted?: Head): Promise<ChainReport> {
  const found = await readState(reader, keys);
  const [counted] = await reader.read<{ events: number; links: number; pending: number; waiting: number }>(
    `SELECT (SELECT count(*) FROM audit_events)::float8 AS events, (SELECT count(*) FROM audit_links)::float8 AS links,
       (SELECT count(*) FROM audit_pending)::float8 AS pending,
       (SELECT count(*) FROM audit_pending p JOIN audit_events e ON e.id = p.event_id
        WHERE NOT EXISTS (SELECT FROM audit_links l WHERE l.event_id = p.event_id))::float8 AS waiting`,
  );
  if (!counted) throw new Error('counting gave no row');
  const { waiting, ...counts } = counted;
  const walk = new Walk(keys, found?.state ?? null, noted);
  const firstBroken =
    (await walk.all(reader)) ??
    (found?.isOurs === false ? { seq: null, eventId: null, reason: 'broken_state' as const } : null) ??
    (walk.events + waiting === counts.events ? null : await findUnsealed(reader)) ??
    (await findReplaced(reader, found?.state ?? null));
  const { state } = found ?? {};
  return {
    verified: firstBroken === null,
    ...counts,
    beganAt: state?.beganAt ?? null,
    prunedUntil: { read: day(state?.readsPrunedUntil), decision: day(state?.decisionsPrunedUntil) },
    head: state && state.lastSeq > 0 ? { seq: state.lastSeq, hash: state.lastHash.toString('hex') } : null,
    firstBroken,
  };
}

const day = (micros: string | null | undefined): string | null =>
  micros ? new Date(Number(micros) / 1000).toISOString() : null;

/** One pass over the links. */
class Walk {
  /** Events found so far. */
  events = 0;
  private seq: number;
  private previous: Buffer | null;

  constructor(
    private readonly keys: AuditKeys,
    private readonly state: ChainState | null,
    private readonly noted: Head | undefined,
  ) {
    this.seq = state ? state.firstSeq - 1 : 0;
    this.previous = state?.firstPrevious ?? null;
  }

  async all(reader: Reader): Promise<BrokenLink | null> {
    let from = '-1';
    for (;;) {
      const rows = await reader.read<LinkRow>(nextLinks, [from]);
      for (const row of rows) {
        const broken = this.step(row);
        if (broken) return broken;
      }
      const last = rows.at(-1);
      if (!last || rows.length < batchSize) return this.end();
      from = last.seq;
    }
  }

  private step(row: LinkRow): BrokenLink | null {
    const seq = Number(row.seq);
    const broken = (reason: BrokenLink['reason']): BrokenLink => ({ seq, eventId: row.eventId, reason });
    if (seq > this.seq + 1) return { seq: this.seq + 1, eventId: null, reason: 'gap' };
    const link = { ...row, seq, class: row.linkClass, occurredAt: row.linkOccurredAt };
    const hash = this.previous && this.keys.hash(this.previous, link);
    if (seq <= this.seq || !hash?.equals(row.hash)) return broken('broken_hash');
    if (this.noted?.seq === seq && this.noted.hash !== hash.toString('hex')) return broken('broken_hash');
    this.seq = seq;
    this.previous = hash;
    if (!isThere(row)) return this.isPruned(link) ? null : broken('missing_event');
    this.events += 1;
    if (!this.keys.digest(row).equals(row.digest)) return broken('changed_event');
    return row.attested || seq <= (this.state?.baselineSeq ?? 0) ? null : broken('forged_event');
  }

  /** Class and time are the link's own, under its hash; how far was pruned is under the key as well. */
  private isPruned(link: LinkBody): boolean {
    const until = link.class === 'read' ? this.state?.readsPrunedUntil : this.state?.decisionsPrunedUntil;
    return until != null && BigInt(link.occurredAt) < BigInt(until);
  }

  private end(): BrokenLink | null {
    const last = Math.max(this.state?.lastSeq ?? 0, this.noted?.seq ?? 0);
    if (this.seq < last) return { seq: this.seq + 1, eventId: null, reason: 'cut_off' };
    const isEnd = this.state === null || this.previous?.equals(this.state.lastHash);
    return isEnd ? null : { seq: this.seq, eventId: null, reason: 'broken_state' };
  }
}

/**
 * Every user's account was put on record when it was made. Where that is missing, and too young to have been pruned, the
 * record was emptied, or begun anew after that. Who also makes up a history for the new beginning, or puts the database back
 * to a state that it once had, is found by a noted head alone.
 */
async function findReplaced(reader: Reader, state: ChainState | null): Promise<BrokenLink | null> {
  const [user] = await reader.read(
    `SELECT FROM users u
     WHERE u.created_at >= timestamptz '1970-01-01 00:00:00Z' + coalesce($1, '0')::bigint * interval '1 microsecond'
       AND NOT EXISTS (SELECT FROM audit_events e WHERE e.subject_id = u.id AND e.action = 'user.create') LIMIT 1`,
    [state?.decisionsPrunedUntil ?? null],
  );
  if (!user) return null;
  return state && state.lastSeq > 0
    ? { seq: null, eventId: null, reason: 'broken_state' }
    : { seq: 1, eventId: null, reason: 'cut_off' };
}

async function findUnsealed(reader: Reader): Promise<BrokenLink | null> {
  const [event] = await reader.read<{ id: string }>(
    `SELECT id FROM audit_events e WHERE NOT EXISTS (SELECT FROM audit_links l WHERE l.event_id = e.id)
     AND NOT EXISTS (SELECT FROM audit_pending p WHERE p.event_id = e.id) ORDER BY id LIMIT 1`,
  );
  return event ? { seq: null, eventId: event.id, reason: 'unsealed_event' } : null;
}
