import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import type { Clock, RequestContext } from '@seloste/kernel';
import { CLOCK, readerOf, type Reader } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import { demandsSecondFactor } from '../access/access-of-user.js';
import type { LiveSession } from '../access/live-sessions.js';
import { Sessions } from '../sessions/sessions.js';
import { enrolledFactorsOf } from './enrolled-factors.js';
import { RecoveryCode } from './recovery-code.entity.js';
import { RecoveryCodes } from './recovery-codes.js';
import { SecondFactorDemanded } from './second-factor.errors.js';

/** What else happens when users change their own second factors, in the transaction that does it. */
@Injectable()
export class FactorChanges {
  constructor(
    private readonly recoveryCodes: RecoveryCodes,
    private readonly sessions: Sessions,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** A factor was added: recovery codes when there are none yet, and other sessions of the account end. */
  async added(tx: EntityManager, context: RequestContext, session: LiveSession): Promise<string[] | null> {
    const { userId } = session.actor;
    const codes = await this.recoveryCodes.makeIfNone(tx, userId);
    if (codes) await this.recordCodes(tx, context, userId);
    await this.sessions.endAllOf(tx, context, userId, session.id);
    return codes;
  }

  /** A factor was removed: with the last one the recovery codes go. @throws SecondFactorDemanded */
  async removed(tx: EntityManager, context: RequestContext, session: LiveSession): Promise<void> {
    const { userId } = session.actor;
    const left = await enrolledFactorsOf(readerOf(tx), userId);
    if (left.every((factor) => factor === 'recovery_code')) {
      if (await this.isDemanded(readerOf(tx), userId)) throw new SecondFactorDemanded();
      await tx.delete(RecoveryCode, { userId });
    }
    await this.sessions.endAllOf(tx, context, userId, session.id);
  }

  /** Puts on record that the user was given new recovery codes. */
  recordCodes(tx: EntityManager, context: RequestContext, userId: string): Promise<void> {
    const subject = { subjectType: 'user', subjectId: userId };
    return this.audit.record(tx, context, { action: 'recovery_codes.create', ...subject });
  }

  private async isDemanded(reader: Reader, userId: string): Promise<boolean> {
    const sql = `SELECT ${demandsSecondFactor('$1::uuid', '$2::timestamptz')} AS demanded`;
    const [row] = await reader.read<{ demanded: boolean }>(sql, [userId, this.clock.now()]);
    return row?.demanded ?? false;
  }
}
