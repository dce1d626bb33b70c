import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import type { Clock, RequestContext } from '@seloste/kernel';
import { CLOCK } from '@seloste/platform';
import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import type { EntityManager } from 'typeorm';
import { PasskeyCeremonies } from './passkey-ceremonies.js';
import { Passkey } from './passkey.entity.js';

/** Tells by a passkey's answer who is there. */
@Injectable()
export class PasskeyProofs {
  constructor(
    private readonly ceremonies: PasskeyCeremonies,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * The id of the user whose passkey answered; null when the answer proves nothing. A passkey whose counter went back may
   * have been copied: it is refused, on record, and not taken any more. Commit the transaction in either case.
   */
  async userOf(
    tx: EntityManager,
    context: RequestContext,
    answer: AuthenticationResponseJSON,
  ): Promise<string | null> {
    const passkey = await this.find(tx, answer.id);
    if (!passkey || passkey.suspectedAt !== null) return null;
    const use = await this.ceremonies.verifyUse(tx, passkey, answer);
    if (use === null) return null;
    const known = Number(passkey.counter);
    const wentBack = (known > 0 || use.counter > 0) && use.counter <= known;
    if (wentBack) {
      passkey.suspectedAt = this.clock.now();
      const subject = { subjectType: 'passkey', subjectId: passkey.id };
      await this.audit.record(tx, context, { action: 'passkey.suspect', ...subject });
    } else {
      passkey.counter = String(use.counter);
      passkey.isSynced = use.isSynced;
      passkey.usedAt = this.clock.now();
    }
    await tx.save(passkey);
    return wentBack ? null : passkey.userId;
  }

  /**
   * Held until the transaction ends, so that simultaneous answers are counted one after the other; after its user, as
   * everybody does who changes a user's factors.
   */
  private async find(tx: EntityManager, id: unknown): Promise<Passkey | null> {
    const credentialId = Buffer.from(typeof id === 'string' ? id.slice(0, 2_000) : '', 'base64url');
    await tx.query(
      'SELECT FROM users WHERE id = (SELECT user_id FROM passkeys WHERE credential_id = $1) FOR SHARE',
      [credentialId],
    );
    return tx.findOne(Passkey, { where: { credentialId }, lock: { mode: 'pessimistic_write' } });
  }
}
