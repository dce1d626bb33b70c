import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import { actingUserId, type Clock, type RequestContext } from '@seloste/kernel';
import { Messages } from '@seloste/messages';
import { CLOCK, Database, Jobs } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import { prepareQueue } from './dispatch-mailing.js';
import type { Mailing } from './mailing.entity.js';
import { asItself } from './mailing-turns.js';
import { MailingNotUnderWay } from './mailings.errors.js';
import { lockMailing, onRecord } from './mailings.service.js';

const originOf = (id: string) => ({ kind: 'mailing', id }) as const;

/** Holding a mailing that is under way, letting it go on, and ending it. What has left the house has left. */
@Injectable()
export class MailingControl {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly messages: Messages,
    private readonly jobs: Jobs,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Doing it twice changes nothing. @throws NotFound, MailingNotUnderWay */
  pause(context: RequestContext, id: string): Promise<void> {
    return this.act(id, async (tx, mailing) => {
      if (mailing.status === 'paused') return;
      if (mailing.status !== 'sending' && mailing.status !== 'scheduled') throw new MailingNotUnderWay();
      mailing.status = 'paused';
      await this.messages.pause(tx, originOf(id));
      await this.save(tx, mailing);
      await this.audit.record(tx, context, onRecord('mailing.pause', id));
    });
  }

  /** Whoever answered for it may not any more: what waits in the outbox is held as well, unless somebody took it over. */
  stop(id: string, dispatchedBy: string | null): Promise<void> {
    return this.act(id, async (tx, mailing) => {
      if (mailing.status !== 'sending' || mailing.dispatchedBy !== dispatchedBy) return;
      mailing.status = 'paused';
      await this.messages.pause(tx, originOf(id));
      await this.save(tx, mailing);
      await this.audit.record(tx, asItself(mailing.requestId), onRecord('mailing.stop', id));
    });
  }

  /** Whoever lets it go on answers for it from then on. Doing it twice changes nothing. @throws NotFound, MailingNotUnderWay */
  resume(context: RequestContext, id: string): Promise<void> {
    return this.act(id, async (tx, mailing) => {
      if (mailing.status === 'sending' || mailing.status === 'scheduled') return;
      if (mailing.status !== 'paused') throw new MailingNotUnderWay();
      const now = this.clock.now();
      const waits = mailing.scheduledAt !== null && mailing.scheduledAt > now && mailing.preparedAt === null;
      mailing.status = waits ? 'scheduled' : 'sending';
      mailing.dispatchedBy = actingUserId(context);
      mailing.requestId = context.requestId;
      mailing.progressedAt = now;
      await this.messages.resume(tx, originOf(id));
      await this.save(tx, mailing);
      await this.audit.record(tx, context, onRecord('mailing.resume', id));
      if (!waits && mailing.preparedAt === null)
        await this.jobs.sendIn(tx, prepareQueue, { id }, { singletonKey: `${id} ${now.toISOString()}` });
    });
  }

  /** What waits is never sent. Doing it twice changes nothing. @throws NotFound, MailingNotUnderWay */
  cancel(context: RequestContext, id: string): Promise<void> {
    return this.act(id, async (tx, mailing) => {
      if (mailing.status === 'cancelled') return;
      if (mailing.status === 'draft' || mailing.status === 'done') throw new MailingNotUnderWay();
      mailing.status = 'cancelled';
      mailing.finishedAt = this.clock.now();
      await this.messages.cancel(tx, originOf(id));
      await this.save(tx, mailing);
      await this.audit.record(tx, context, onRecord('mailing.cancel', id));
    });
  }

  private act(id: string, work: (tx: EntityManager, mailing: Mailing) => Promise<void>): Promise<void> {
    return this.database.transaction(async (tx) => work(tx, await lockMailing(tx, id)));
  }

  private async save(tx: EntityManager, mailing: Mailing): Promise<void> {
    mailing.version += 1;
    mailing.updatedAt = this.clock.now();
    await tx.save(mailing);
  }
}
