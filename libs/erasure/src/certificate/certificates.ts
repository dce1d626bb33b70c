import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import type { Clock, RequestContext } from '@seloste/kernel';
import { CLOCK } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import { Erasure } from '../erasure.entity.js';
import type { ScanResult } from '../scan/found.js';
import { hashOf, type Certificate } from './certificate.js';
import { hashField } from './proof.js';

const mentions = `
  SELECT count(*) FILTER (WHERE decision = 'replace')::int AS "decidedToReplace", count(*) FILTER (WHERE decision = 'keep')::int AS "decidedToKeep"
  FROM erasure_mentions WHERE erasure_id = $1`;

/** Certificates of erasures, each bound to the record of acts by its hash (GDPR Art. 5(2); V7). */
@Injectable()
export class Certificates {
  constructor(
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Completes an erasure that left nothing, in the transaction that found so. */
  async issue(
    tx: EntityManager,
    context: RequestContext,
    erasure: Erasure,
    { found: _, unread: __, ...scan }: ScanResult,
  ): Promise<void> {
    const completedAt = this.clock.now();
    const [decided] = await tx.query<Omit<Certificate['mentions'], 'replaced'>[]>(mentions, [erasure.id]);
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
      holds: await holdsOf(tx, erasure),
      scan: { ...scan, found: 0 },
    };
    const certificateHash = hashOf(certificate);
    Object.assign(erasure, { status: 'complete', completedAt, certificate, certificateHash, failure: null });
    await tx.save(Erasure, erasure);
    await this.audit.record(tx, context, {
      action: 'erasure.complete',
      subjectType: 'erasure',
      subjectId: erasure.id,
      fields: [`${hashField}${certificateHash}`],
    });
  }
}

/** Those of the person and of where they work that were in force when the erasure was asked for, or came after. */
const holdsOf = (tx: EntityManager, { contactId, requestedAt }: Erasure): Promise<Certificate['holds']> =>
  tx.query(
    `SELECT h.ground, h.until::text AS until, to_char(h.released_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "releasedAt"
     FROM holds h WHERE (h.contact_id = $1 OR h.company_id = (SELECT c.company_id FROM contacts c WHERE c.id = $1))
       AND coalesce(h.released_at >= $2, h.until >= controller_day($2), true)
     ORDER BY h.ground, h.until, h.id`,
    [contactId, requestedAt],
  );
