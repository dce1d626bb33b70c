import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PrivacyOfficer } from '@seloste/audit';
import type { RequestContext } from '@seloste/kernel';
import { Mailer, type HandedOverMail } from '@seloste/mail';
import { Database } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import { holdRestrictionsAlone, heldErasure, isHeldBack } from './current-restriction.js';
import { Liftings } from './liftings.js';
import { Restriction } from './restriction.entity.js';

export const liftingQueue = 'restrictions.lifting';

const context: RequestContext = { actor: { kind: 'system', name: liftingQueue }, requestId: liftingQueue };

/** A restriction whose day has come, or that waited for a mail server; but for those that end with a hold. */
const due = `SELECT id FROM restrictions r
  WHERE lifted_at IS NULL AND (lift_requested_at IS NULL AND until <= $1 OR lift_requested_at IS NOT NULL AND notice_id IS NULL)
    AND NOT ${heldErasure('r.contact_id')}
  ORDER BY id`;

/** What happens to restrictions by itself: their day comes, and letters are handed over. */
@Injectable()
export class LiftingWork implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly privacy: PrivacyOfficer,
    private readonly liftings: Liftings,
    private readonly mailer: Mailer,
  ) {}

  onModuleInit(): void {
    this.mailer.afterHandOver('restriction_lifting', (tx, mail) => this.afterHandOver(tx, mail));
  }

  /** Begins the liftings whose day has come, and writes to those who could not be written to before. */
  async run(today: string): Promise<void> {
    const ids = await this.inAct((tx) => tx.query<{ id: string }[]>(due, [today]));
    const failures: unknown[] = [];
    for (const { id } of ids) await this.takeUp(id, today).catch((error: unknown) => failures.push(error));
    // One that fails keeps nobody else waiting; the queue tries it again.
    if (failures.length > 0) throw failures[0];
  }

  private takeUp(id: string, today: string): Promise<void> {
    return this.inAct(async (tx) => {
      await holdRestrictionsAlone(tx);
      const restriction = await tx.findOneBy(Restriction, { id });
      if (!restriction || restriction.liftedAt !== null) return;
      const isDue = restriction.until !== null && restriction.until <= today;
      if (restriction.liftRequestedAt === null && !isDue) return;
      if (restriction.liftRequestedAt === null) await this.liftings.begin(tx, context, restriction, null);
      await this.liftings.tell(tx, context, restriction);
    });
  }

  /** In the transaction that records the hand-over. Of a lifting that was taken back, the letter lifts nothing. */
  private async afterHandOver(tx: EntityManager, { id, about }: HandedOverMail): Promise<void> {
    if (about === null) return;
    await this.privacy.carryOut(tx, async () => {
      await holdRestrictionsAlone(tx);
      const restriction = await tx.findOneBy(Restriction, { id: about.id, noticeId: id });
      if (restriction?.liftedAt === null && !(await isHeldBack(tx, restriction.contactId)))
        await this.liftings.end(tx, context, restriction);
    });
  }

  private inAct<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.database.transaction((tx) => this.privacy.carryOut(tx, () => work(tx)));
  }
}
