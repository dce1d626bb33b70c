import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import { InvalidInput, newId, NotFound, type Clock, type RequestContext } from '@seloste/kernel';
import { CLOCK } from '@seloste/platform';
import type { LiveSession } from '../access/live-sessions.js';
import { FactorChanges } from '../second-factor/factor-changes.js';
import { FactorTransactions } from '../second-factor/factor-transactions.js';
import { PasskeyCeremonies } from './passkey-ceremonies.js';
import { Passkey } from './passkey.entity.js';
import { toPasskeyResponse, type CreatedPasskey, type CreatePasskey } from './passkeys.dto.js';
import { PasskeyKnown } from './passkeys.errors.js';

const mostPasskeys = 20;

/** Adding passkeys to one's own account and removing them. */
@Injectable()
export class Passkeys {
  constructor(
    private readonly factors: FactorTransactions,
    private readonly audit: Audit,
    private readonly ceremonies: PasskeyCeremonies,
    private readonly changes: FactorChanges,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Adds the passkey that the browser made; other sessions of the account end.
   * @throws InvalidInput when the answer is not one to the options that were given out, PasskeyKnown, PasskeysUnavailable
   */
  create(
    context: RequestContext,
    session: LiveSession,
    { name, passkey: answer }: CreatePasskey,
  ): Promise<CreatedPasskey> {
    const { userId } = session.actor;
    return this.factors.run(userId, async (tx, user) => {
      const credential = await this.ceremonies.verifyNew(tx, userId, answer);
      if (!credential || (await tx.countBy(Passkey, { userId })) >= mostPasskeys)
        throw InvalidInput.of('passkey', 'passkey', 'is not an answer to the options that were given out');
      const { credentialId } = credential;
      if (await tx.existsBy(Passkey, { credentialId })) throw new PasskeyKnown();
      const [createdAt, id] = [this.clock.now(), newId()];
      const added = tx.create(Passkey, {
        ...credential,
        ...{ id, userId, name, createdAt, usedAt: null, suspectedAt: null },
      });
      await tx.insert(Passkey, added);
      await this.audit.record(tx, context, { action: 'passkey.create', ...subjectOf(added) });
      const recoveryCodes = await this.changes.added(tx, context, { user, session });
      return { ...toPasskeyResponse(added), recoveryCodes };
    });
  }

  /** Other sessions of the account end. @throws NotFound, SecondFactorDemanded when it is the last and one is demanded */
  async remove(context: RequestContext, session: LiveSession, id: string): Promise<void> {
    const { userId } = session.actor;
    await this.factors.run(userId, async (tx, user) => {
      const passkey = await tx.findOneBy(Passkey, { id, userId });
      if (!passkey) throw new NotFound('passkey');
      await tx.delete(Passkey, { id });
      await this.audit.record(tx, context, { action: 'passkey.remove', ...subjectOf(passkey) });
      await this.changes.removed(tx, context, { user, session });
    });
  }
}

const subjectOf = ({ id }: Passkey) => ({ subjectType: 'passkey', subjectId: id });
