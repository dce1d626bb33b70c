import { Injectable, Logger } from '@nestjs/common';
import type { RequestContext } from '@seloste/kernel';
import { Database, type Reader } from '@seloste/platform';
import { Audit } from '../audit.js';
import type { AuditClass } from '../audit-event.entity.js';
import { AuditKeys } from '../chain/audit-keys.js';
import { writeState } from '../chain/chain-state.js';
import { ChainSealer } from '../chain/chain-sealer.js';
import { microseconds } from '../chain/stored.js';
import { AuditRetentionService } from './audit-retention.service.js';

const name = 'audit.pruning';

const batchSize = 1_000;
const context: RequestContext = { actor: { kind: 'system', name }, requestId: name };

/** Until when one class of events is due, in microseconds, and the moment that this was counted from. */
interface Due {
  class: AuditClass;
  until: string;
  asOf: Date;
}

interface Pruned {
  pruned: number;
  /** When the last of them happened. */
  reached: Date | null;
}

const dues = `
  SELECT class, ${microseconds('as_of - make_interval(months => months)')} AS until, as_of AS "asOf"
  FROM audit_retention, (SELECT least($1::timestamptz, date_trunc('milliseconds', now())) AS as_of) AS moment
  WHERE class = ANY ($2) ORDER BY class`;

/** The last link before the first that is needed: whose event is there, or whose time is not up. */
const lastUnneeded = `
  SELECT seq - 1 AS seq FROM audit_links l JOIN audit_retention r ON r.class = l.class
  WHERE l.occurred_at >= $1::timestamptz - make_interval(months => r.months)
    OR EXISTS (SELECT FROM audit_events e WHERE e.id = l.event_id)
  ORDER BY seq LIMIT 1`;

/** Deletes events whose time is up, so that the chain of the others still verifies. */
@Injectable()
export class AuditPruning {
  private readonly logger = new Logger(AuditPruning.name);

  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly keys: AuditKeys,
    private readonly sealer: ChainSealer,
    private readonly retention: AuditRetentionService,
  ) {}

  /** Prunes by the rules as of `now`; the database's own clock is the limit. What was deleted is on record, as counts. How many events. */
  async run(now: Date, kinds: AuditClass[] = ['decision', 'read']): Promise<number> {
    if (!(await this.retention.isOurs(this.database))) {
      this.logger.error(
        'The audit retention was changed in the database: nothing is pruned until it is set again.',
      );
      return 0;
    }
    await this.sealer.sealPending();
    const due = await this.announce(now, kinds);
    const counts: string[] = [];
    let pruned = 0;
    for (const one of due) {
      const count = await this.deleteEvents(one);
      pruned += count;
      if (count > 0) counts.push(`${one.class}s=${count}`);
    }
    const links = await this.cutLinks(due[0]?.asOf ?? now);
    if (links > 0) counts.push(`links=${links}`);
    if (counts.length === 0) return 0;
    await this.database.transaction((tx) =>
      this.audit.record(tx, context, {
        action: 'audit_log.prune',
        subjectType: 'audit_log',
        fields: counts,
      }),
    );
    return pruned;
  }

  /** Says under the key until when events may be missing, before the first of them is. */
  private announce(now: Date, kinds: AuditClass[]): Promise<Due[]> {
    return this.sealer.onChain(async (reader, state) => {
      const due = await reader.read<Due & Record<string, unknown>>(dues, [now, kinds]);
      const later = (a: string | null, b: string): string => (a !== null && BigInt(a) > BigInt(b) ? a : b);
      for (const { class: kind, until } of due)
        if (kind === 'read') state.readsPrunedUntil = later(state.readsPrunedUntil, until);
        else state.decisionsPrunedUntil = later(state.decisionsPrunedUntil, until);
      await writeState(reader, this.keys, state);
      return due;
    });
  }

  /** Batch by batch, each a transaction of its own; one that was broken off goes on the next time. */
  private async deleteEvents(due: Due): Promise<number> {
    let all = 0;
    let since: Date | null = null;
    do {
      const { pruned, reached } = await this.deleteBatch(due, since);
      all += pruned;
      since = pruned === batchSize ? reached : null;
    } while (since !== null);
    return all;
  }

  private async deleteBatch({ class: kind, asOf }: Due, since: Date | null): Promise<Pruned> {
    const [batch] = await this.database.read<Pruned & Record<string, unknown>>(
      'SELECT pruned, reached FROM prune_audit_events($1, $2, $3, $4)',
      [kind, since ?? '-infinity', asOf, batchSize],
    );
    return batch ?? { pruned: 0, reached: null };
  }

  /** Links whose events are gone stay as long as one before them is needed; then the chain begins later, under the key. */
  private async cutLinks(asOf: Date): Promise<number> {
    let all = 0;
    for (;;) {
      const cut = await this.sealer.onChain(async (reader, state) => {
        const [needed] = await reader.read<{ seq: string }>(lastUnneeded, [asOf]);
        const end = Math.min(Number(needed?.seq ?? state.lastSeq), state.firstSeq - 1 + batchSize);
        const count = end - state.firstSeq + 1;
        if (count <= 0) return 0;
        state.firstPrevious = await hashOf(reader, end);
        state.firstSeq = end + 1;
        await reader.read('SELECT cut_audit_links($1, $2)', [end, asOf]);
        await writeState(reader, this.keys, state);
        return count;
      });
      all += cut;
      if (cut < batchSize) return all;
    }
  }
}

async function hashOf(reader: Reader, seq: number): Promise<Buffer> {
  const [link] = await reader.read<{ hash: Buffer }>('SELECT hash FROM audit_links WHERE seq = $1', [seq]);
  if (!link) throw new Error(`the audit chain has no link ${seq}`);
  return link.hash;
}
