import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import type { Clock, RequestContext } from '@seloste/kernel';
import { CLOCK } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import type { Erasure } from '../erasure.entity.js';
import { saveErasures } from '../save-erasures.js';
import type { ScanResult } from '../scan/found.js';
import { hashOf, type Certificate } from './certificate.js';
import { hashField } from './proof.js';

type Decided = Omit<Certificate['mentions'], 'replaced'>;

const mentions = `
  SELECT erasure_id AS "erasureId", count(*) FILTER (WHERE decision = 'replace')::int AS "decidedToReplace",
    count(*) FILTER (WHERE decision = 'keep')::int AS "decidedToKeep"
  FROM erasure_mentions WHERE erasure_id = ANY ($1) GROUP BY 1`;

/** Those of the person and of where they work that were in force when the erasure was asked for, or came after. */
const holds = `
  SELECT e.id AS "erasureId", h.ground, h.until::text AS until,
    to_char(h.released_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "releasedAt"
  FROM erasures e CROSS JOIN LATERAL (
    SELECT o.id, o.ground, o.until, o.released_at FROM holds o WHERE o.contact_id = e.contact_id
    UNION ALL
    SELECT o.id, o.ground, o.until, o.released_at FROM contacts c JOIN holds o ON o.company_id = c.company_id WHERE c.id = e.contact_id
  ) h
  WHERE e.id = ANY ($1) AND coalesce(h.released_at >= e.requested_at, h.until >= controller_day(e.requested_at), true)
  ORDER BY h.ground, h.until, h.id`;

/** An erasure that left nothing, and the look that found so. */
export interface CleanErasure {
  erasure: Erasure;
  result: ScanResult;
}

/** Certificates of erasures, each bound to the record of acts by its hash (GDPR Art. 5(2); V7). */
@Injectable()
export class Certificates {
  constructor(
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Completes erasures that left nothing, in the transaction that found so. */
  async issue(tx: EntityManager, context: RequestContext, clean: CleanErasure[]): Promise<void> {
    if (clean.length === 0) return;
    const ids = clean.map(({ erasure }) => erasure.id);
    const decided = await tx.query<(Decided & { erasureId: string })[]>(mentions, [ids]);
    const held = await tx.query<(Certificate['holds'][number] & { erasureId: string })[]>(holds, [ids]);
    for (const { erasure, result } of clean) {
      const of = ({ erasureId }: { erasureId: string }) => erasureId === erasure.id;
      this.certify(erasure, result, {
        decided: decided.find(of),
        holds: held.filter(of).map(({ erasureId: _, ...hold }) => hold),
      });
    }
    await saveErasures(tx, ...clean.map(({ erasure }) => erasure));
    await this.audit.recordAll(
      tx,
      context,
      clean.map(({ erasure: { id, certificateHash } }) => ({
        action: 'erasure.complete',
        subjectType: 'erasure',
        subjectId: id,
        fields: [`${hashField}${certificateHash}`],
      })),
    );
  }

  private certify(
    erasure: Erasure,
    { found: _, unread: __, ...scan }: ScanResult,
    { decided, holds }: { decided: Decided | undefined; holds: Certificate['holds'] },
  ): void {
    const completedAt = this.clock.now();
    const certificate: Certificate = {
      version: 1,
      erasureId: erasure.id,
      ground: erasure.ground,
      manner: erasure.manner,
      requestedAt: erasure.requestedAt.toISOString(),
      executedAt: erasure.executedAt?.toISOString() ?? null,
      completedAt: completedAt.toISOString(),
      counts: erasure.counts,
      mentions: {
        replaced: Object.values(erasure.counts).reduce((sum, { replace = 0 }) => sum + replace, 0),
        decidedToReplace: decided?.decidedToReplace ?? 0,
        decidedToKeep: decided?.decidedToKeep ?? 0,
      },
      holds,
      scan: { ...scan, found: 0 },
    };
    const certificateHash = hashOf(certificate);
    Object.assign(erasure, { status: 'complete', completedAt, certificate, certificateHash, failure: null });
  }
}
