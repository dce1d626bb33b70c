import { Inject, Injectable } from '@nestjs/common';
import type { Clock, RequestContext } from '@seloste/kernel';
import { CLOCK, Database, readerOf } from '@seloste/platform';
import { Audit } from '../audit.js';
import type { AuditChainResponse } from './audit-chain.dto.js';
import { AuditKeys } from './audit-keys.js';
import { ChainBroken, ChainSealer } from './chain-sealer.js';
import { verifyChain, type ChainReport } from './verify-chain.js';

/** Shows that nothing was changed in the record, added to it or taken from it. */
@Injectable()
export class AuditChainService {
  private running: Promise<ChainReport> | null = null;

  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly keys: AuditKeys,
    private readonly sealer: ChainSealer,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Seals what waits and recomputes the whole chain; who asks meanwhile gets the same answer. */
  async verify(context: RequestContext): Promise<AuditChainResponse> {
    await this.audit.recordRead(context, { action: 'audit_chain.verify', subjectType: 'audit_chain' });
    this.running ??= this.check().finally(() => {
      this.running = null;
    });
    const report = await this.running;
    const date = (text: string | null): Date | null => (text === null ? null : new Date(text));
    const { read, decision } = report.prunedUntil;
    return {
      ...report,
      beganAt: date(report.beganAt),
      prunedUntil: { read: date(read), decision: date(decision) },
      checkedAt: this.clock.now(),
    };
  }

  private async check(): Promise<ChainReport> {
    const noted = this.sealer.head ?? undefined;
    await this.sealer.sealPending().catch((error: unknown) => {
      if (!(error instanceof ChainBroken)) throw error; // the report says what is broken
    });
    return this.database.transaction(async (tx) => {
      await tx.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
      return verifyChain(readerOf(tx), this.keys, noted);
    });
  }
}
