import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import { InvalidInput, newId, NotFound, type Clock, type RequestContext } from '@seloste/kernel';
import { CLOCK, Database } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import type { LiveSession } from '../access/live-sessions.js';
import { FactorChanges } from '../second-factor/factor-changes.js';
import { lockUser } from '../users/lock-user.js';
import { User } from '../users/user.entity.js';
import { PasskeyCeremonies } from './passkey-ceremonies.js';
import { Passkey } from './passkey.entity.js';
import type { CreatedPasskey, CreatePasskey, PasskeyList, PasskeyResponse } from './passkeys.dto.js';
import { PasskeyKnown } from './passkeys.errors.js';

const mostPasskeys = 20;

/** A user's own passkeys. */
@Injectable()
export class Passkeys {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly ceremonies: PasskeyCeremonies,
    private readonly changes: FactorChanges,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async list(userId: string): Promise<PasskeyList> {
    const passkeys = await this.of(this.database.manager, userId);
    return { items: passkeys.map(responseOf), origin: this.ceremonies.party?.origin ?? null };
  }

  /** @throws PasskeysUnavailable */
  async options(userId: string): Promise<object> {
    const user = await this.database.manager.findOneByOrFail(User, { id: userId });
    return this.ceremonies.creationOptions(user, await this.of(this.database.manager, userId));
  }

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
    return this.database.transaction(async (tx) => {
      const user = await lockUser(tx, userId);
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
      return { ...responseOf(added), recoveryCodes };
    });
  }

  /** Other sessions of the account end. @throws NotFound, SecondFactorDemanded when it is the last and one is demanded */
  async remove(context: RequestContext, session: LiveSession, id: string): Promise<void> {
    const { userId } = session.actor;
    await this.database.transaction(async (tx) => {
      const user = await lockUser(tx, userId);
      const passkey = await tx.findOneBy(Passkey, { id, userId });
      if (!passkey) throw new NotFound('passkey');
      await tx.delete(Passkey, { id });
      await this.audit.record(tx, context, { action: 'passkey.remove', ...subjectOf(passkey) });
      await this.changes.removed(tx, context, { user, session });
    });
  }

  private of(tx: EntityManager, userId: string): Promise<Passkey[]> {
    return tx.find(Passkey, { where: { userId }, order: { createdAt: 'ASC' } });
  }
}

const subjectOf = ({ id }: Passkey) => ({ subjectType: 'passkey', subjectId: id });

const responseOf = ({ id, name, createdAt, usedAt, isSynced, suspectedAt }: Passkey): PasskeyResponse => ({
  ...{ id, name, createdAt, usedAt },
  synced: isSynced,
  suspected: suspectedAt !== null,
});
