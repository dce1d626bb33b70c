import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import type { Clock, RequestContext } from '@seloste/kernel';
import { CLOCK, readerOf, type Reader } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import { demandsSecondFactor } from '../access/access-of-user.js';
import type { LiveSession } from '../access/live-sessions.js';
import { AccountMail } from '../users/account-mail.js';
import { Sessions } from '../sessions/sessions.js';
import type { User } from '../users/user.entity.js';
import { enrolledFactorsOf } from './enrolled-factors.js';
import { RecoveryCode } from './recovery-code.entity.js';
import { RecoveryCodes } from './recovery-codes.js';
import { SecondFactorDemanded } from './second-factor.errors.js';

/** Whose factor was changed, and in which session. */
export interface ChangedBy {
  user: User;
  session: LiveSession;
}

/** What else happens when users change their own second factors, in the transaction that does it. */
@Injectable()
export class FactorChanges {
  constructor(
    private readonly recoveryCodes: RecoveryCodes,
    private readonly sessions: Sessions,
    private readonly mail: AccountMail,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** A factor was added: recovery codes when there are none yet, and other sessions of the account end. */
  async added(
    tx: EntityManager,
    context: RequestContext,
    { user, session }: ChangedBy,
  ): Promise<string[] | null> {
    const codes = await this.recoveryCodes.makeIfNone(tx, user.id);
    if (codes) await this.recordCodes(tx, context, user.id);
    await this.sessions.endAllOf(tx, context, user.id, session.id);
    await this.mail.secondFactorChanged(tx, user, 'added');
    return codes;
  }

  /** A factor was removed: with the last one the recovery codes go. @throws SecondFactorDemanded */
  async removed(tx: EntityManager, context: RequestContext, { user, session }: ChangedBy): Promise<void> {
    const left = await enrolledFactorsOf(readerOf(tx), user.id);
    if (left.every((factor) => factor === 'recovery_code')) {
      if (await this.isDemanded(readerOf(tx), user.id)) throw new SecondFactorDemanded();
      await tx.delete(RecoveryCode, { userId: user.id });
    }
    await this.sessions.endAllOf(tx, context, user.id, session.id);
    await this.mail.secondFactorChanged(tx, user, 'removed');
  }

  /** A new set of recovery codes instead of the old one. */
  async newCodes(tx: EntityManager, context: RequestContext, user: User): Promise<string[]> {
    const codes = await this.recoveryCodes.replace(tx, user.id);
    await this.recordCodes(tx, context, user.id);
    await this.mail.secondFactorChanged(tx, user, 'new_codes');
    return codes;
  }

  private recordCodes(tx: EntityManager, context: RequestContext, userId: string): Promise<void> {
    const subject = { subjectType: 'user', subjectId: userId };
    return this.audit.record(tx, context, { action: 'recovery_codes.create', ...subject });
  }

  private async isDemanded(reader: Reader, userId: string): Promise<boolean> {
    const sql = `SELECT ${demandsSecondFactor('$1::uuid', '$2::timestamptz')} AS demanded`;
    const [row] = await reader.read<{ demanded: boolean }>(sql, [userId, this.clock.now()]);
    return row?.demanded ?? false;
  }
}
