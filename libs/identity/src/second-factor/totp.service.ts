import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import { InvalidInput, newId, NotFound, type Clock, type RequestContext } from '@seloste/kernel';
import { CLOCK, Sealer } from '@seloste/platform';
import { IsNull, Not, type EntityManager } from 'typeorm';
import type { LiveSession } from '../access/live-sessions.js';
import { FactorChanges } from './factor-changes.js';
import { FactorTransactions } from './factor-transactions.js';
import type { NewRecoveryCodes } from './second-factor.dto.js';
import { newTotpSecret, totpInvitation, totpStepOf, type TotpInvitation } from './totp-codes.js';
import { TotpSecret } from './totp-secret.entity.js';

const use = 'TOTP secret';

/** A user's authenticator app. */
@Injectable()
export class Totp {
  constructor(
    private readonly factors: FactorTransactions,
    private readonly audit: Audit,
    private readonly sealer: Sealer,
    private readonly changes: FactorChanges,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** A new secret for an app. It counts, instead of the one before, once a first code was confirmed. */
  invite(context: RequestContext, userId: string): Promise<TotpInvitation> {
    const secret = newTotpSecret();
    return this.factors.run(userId, async (tx, user) => {
      await tx.delete(TotpSecret, { userId, confirmedAt: IsNull() });
      const id = newId();
      await tx.insert(TotpSecret, {
        ...{ id, userId, lastStep: null, createdAt: this.clock.now(), confirmedAt: null },
        sealedSecret: this.sealer.seal(secret, use, id),
      });
      await this.audit.record(tx, context, { action: 'totp.invite', ...subjectOf(userId) });
      return totpInvitation(secret, user.email);
    });
  }

  /** Takes the app in use; other sessions of the account end. @throws NotFound, InvalidInput on `code` */
  confirm(context: RequestContext, session: LiveSession, code: string): Promise<NewRecoveryCodes> {
    const { userId } = session.actor;
    return this.factors.run(userId, async (tx, user) => {
      const pending = await tx.findOneBy(TotpSecret, { userId, confirmedAt: IsNull() });
      if (!pending) throw new NotFound('authenticator app that waits for its first code');
      const step = this.stepOf(pending, code);
      if (step === null) throw InvalidInput.of('code', 'wrong_code', 'is not the code that the app shows');
      await tx.delete(TotpSecret, { userId, confirmedAt: Not(IsNull()) });
      pending.lastStep = String(step);
      pending.confirmedAt = this.clock.now();
      await tx.save(pending);
      await this.audit.record(tx, context, { action: 'totp.confirm', ...subjectOf(userId) });
      return { recoveryCodes: await this.changes.added(tx, context, { user, session }) };
    });
  }

  /** Other sessions of the account end. @throws NotFound, SecondFactorDemanded */
  async remove(context: RequestContext, session: LiveSession): Promise<void> {
    const { userId } = session.actor;
    await this.factors.run(userId, async (tx, user) => {
      const secrets = await tx.findBy(TotpSecret, { userId });
      if (secrets.length === 0) throw new NotFound('authenticator app');
      await tx.delete(TotpSecret, { userId });
      await this.audit.record(tx, context, { action: 'totp.remove', ...subjectOf(userId) });
      if (secrets.some(({ confirmedAt }) => confirmedAt !== null))
        await this.changes.removed(tx, context, { user, session });
    });
  }

  /** Uses a code up: it and those before it are not taken again. Of simultaneous uses one succeeds. */
  async use(tx: EntityManager, userId: string, code: string): Promise<boolean> {
    const secret = await tx.findOneBy(TotpSecret, { userId, confirmedAt: Not(IsNull()) });
    const step = secret && this.stepOf(secret, code);
    if (step === null) return false;
    const [used] = await tx.query<[unknown[], number]>(
      `UPDATE totp_secrets SET last_step = $2 WHERE id = $1 AND last_step < $2 RETURNING id`,
      [secret?.id, step],
    );
    return used.length === 1;
  }

  private stepOf({ id, sealedSecret }: TotpSecret, code: string): number | null {
    const secret = this.sealer.open(sealedSecret, use, id);
    return secret === null ? null : totpStepOf(code, secret, this.clock.now().getTime());
  }
}

const subjectOf = (userId: string) => ({ subjectType: 'user', subjectId: userId });
