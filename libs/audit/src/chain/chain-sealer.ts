import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import type { Clock } from '@seloste/kernel';
import { AppConfig, CLOCK, Database, holdLock, readerOf, type Reader } from '@seloste/platform';
import { AuditKeys, genesis, type ChainState, type LinkBody } from './audit-keys.js';
import { readState, writeState } from './chain-state.js';
import { digestedColumns, isThere, type StoredEvent } from './stored.js';
import type { Head } from './verify-chain.js';

/** Few enough that sealing a batch holds up no request. */
const batchSize = 250;

type PendingRow = StoredEvent & { eventId: string; mac: Buffer | null; isLinked: boolean };

/** The chain's ends were moved by somebody else: nothing can be added until that is looked into. */
export class ChainBroken extends Error {}

/** Appends committed events to the chain, behind the requests that wrote them, in any working process. */
@Injectable()
export class ChainSealer implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(ChainSealer.name);
  private isSealing = false;
  private isStopping = false;
  private current: Promise<void> = Promise.resolve();
  private hasComplained = false;
  /** The last link that this process has committed: a later chain without it was cut off. */
  head: Head | null = null;

  constructor(
    private readonly database: Database,
    private readonly keys: AuditKeys,
    private readonly config: AppConfig,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The chain begins with the first start, whether or not there is an event: what is slipped in later is told from what is older. */
  onApplicationBootstrap(): void {
    void this.tick(true);
  }

  /** What is being sealed is finished. */
  async onModuleDestroy(): Promise<void> {
    this.isStopping = true;
    await this.current;
  }

  @Interval(1_000)
  async tick(isFirst = false): Promise<void> {
    if (this.config.process === 'api' || this.isStopping || this.isSealing) return;
    this.isSealing = true;
    this.current = this.sealQuietly(isFirst);
    await this.current;
    this.isSealing = false;
  }

  private async sealQuietly(isFirst: boolean): Promise<void> {
    try {
      if (isFirst || (await this.hasWork())) await this.sealPending();
      this.hasComplained = false;
    } catch (error) {
      this.complain(error);
    }
  }

  /**
   * Seals every event that was committed before the call.
   * @throws ChainBroken when the chain's ends do not bear our mark
   */
  async sealPending(): Promise<void> {
    let sealed: { count: number; head: Head };
    do {
      sealed = await this.onChain(async (reader, state) => {
        const count = await this.sealBatch(reader, state);
        return { count, head: { seq: state.lastSeq, hash: state.lastHash.toString('hex') } };
      });
      if (sealed.head.seq > (this.head?.seq ?? 0)) this.head = sealed.head;
    } while (sealed.count === batchSize && !this.isStopping);
  }

  /** Runs `work` as the only one on the chain, in one transaction; begins the chain when there is none. */
  onChain<T>(work: (reader: Reader, state: ChainState) => Promise<T>): Promise<T> {
    return this.database.transaction(async (tx) => {
      // Whoever adds to the chain or moves its ends: one at a time in all processes, so that it cannot fork.
      await holdLock(tx, 'auditChain');
      const reader = readerOf(tx);
      const found = await readState(reader, this.keys);
      if (found && !found.isOurs) throw new ChainBroken();
      return work(reader, found?.state ?? (await this.begin(reader)));
    });
  }

  private async hasWork(): Promise<boolean> {
    const [row] = await this.database.read<{ work: boolean }>(
      'SELECT EXISTS (SELECT FROM audit_pending) AS work',
    );
    return row?.work === true;
  }

  /** Events that are older than the chain cannot bear its mark: they are sealed as they are, in the transaction that begins it. */
  private async begin(reader: Reader): Promise<ChainState> {
    const [row] = await reader.read<{ links: boolean }>('SELECT EXISTS (SELECT FROM audit_links) AS links');
    if (row?.links) throw new ChainBroken();
    const state: ChainState = {
      beganAt: this.clock.now().toISOString(),
      baselineSeq: 0,
      firstSeq: 1,
      firstPrevious: genesis,
      lastSeq: 0,
      lastHash: genesis,
      readsPrunedUntil: null,
      decisionsPrunedUntil: null,
    };
    while ((await this.sealBatch(reader, state)) === batchSize);
    state.baselineSeq = state.lastSeq;
    await writeState(reader, this.keys, state);
    return state;
  }

  /** Links what waits, oldest first, and moves the chain's end in `state`. @returns how many waited */
  private async sealBatch(reader: Reader, state: ChainState): Promise<number> {
    const pending = await reader.read<PendingRow>(
      `SELECT p.event_id AS "eventId", e.mac, l.seq IS NOT NULL AS "isLinked", ${digestedColumns}
       FROM (SELECT event_id FROM audit_pending ORDER BY event_id LIMIT ${batchSize}) AS p
       LEFT JOIN audit_events e ON e.id = p.event_id LEFT JOIN audit_links l ON l.event_id = p.event_id ORDER BY p.event_id`,
    );
    if (pending.length === 0) return 0;
    const links = pending.filter(({ isLinked }) => !isLinked).map((row) => this.append(state, row));
    await insertLinks(reader, links);
    await reader.read('DELETE FROM audit_pending WHERE event_id = ANY ($1)', [
      pending.map(({ eventId }) => eventId),
    ]);
    await writeState(reader, this.keys, state);
    return pending.length;
  }

  /** An event that was removed while it waited gets a link as well: one that says that it is missing. */
  private append(state: ChainState, row: PendingRow): LinkBody & { hash: Buffer } {
    const seq = state.lastSeq + 1;
    const digest = isThere(row) ? this.keys.digest(row) : genesis;
    const link: LinkBody = {
      seq,
      eventId: row.eventId,
      class: row.class ?? 'decision',
      occurredAt: row.occurredAt ?? `${this.clock.now().getTime()}000`,
      attested: row.mac?.equals(digest) ?? false,
      digest,
    };
    const hash = this.keys.hash(state.lastHash, link);
    state.lastSeq = seq;
    state.lastHash = hash;
    return { ...link, hash };
  }

  /** Once, not every second. */
  private complain(error: unknown): void {
    if (this.hasComplained) return;
    this.hasComplained = true;
    const broken = 'The ends of the audit chain were changed from outside: see GET /api/v1/audit-chain.';
    const code = (error as { code?: string }).code ?? '';
    this.logger.error(
      error instanceof ChainBroken
        ? broken
        : `The audit chain was not sealed: ${(error as Error).name} ${code}`,
    );
  }
}

async function insertLinks(reader: Reader, links: (LinkBody & { hash: Buffer })[]): Promise<void> {
  await reader.read(
    `INSERT INTO audit_links (seq, event_id, class, occurred_at, attested, digest, hash)
     SELECT seq, event_id, class, timestamptz '1970-01-01 00:00:00Z' + at * interval '1 microsecond', attested, digest, hash
     FROM unnest($1::bigint[], $2::uuid[], $3::text[], $4::bigint[], $5::boolean[], $6::bytea[], $7::bytea[])
       AS l (seq, event_id, class, at, attested, digest, hash)`,
    [
      links.map(({ seq }) => seq),
      links.map(({ eventId }) => eventId),
      links.map((link) => link.class),
      links.map(({ occurredAt }) => occurredAt),
      links.map(({ attested }) => attested),
      links.map(({ digest }) => digest),
      links.map(({ hash }) => hash),
    ],
  );
}
