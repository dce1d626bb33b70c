import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import { UserAccess } from '@seloste/identity';
import { Database, Jobs } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import { prepareQueue } from './dispatch-mailing.js';
import { asItself } from './mailing-upkeep.js';
import { Mailing } from './mailing.entity.js';
import { onRecord } from './mailings.service.js';
import { PrepareMailing } from './prepare-mailing.js';

/** Has the messages of mailings written in the queue, on behalf of who answers for them. */
@Injectable()
export class MailingWork implements OnApplicationBootstrap {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly jobs: Jobs,
    private readonly access: UserAccess,
    private readonly preparation: PrepareMailing,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.handle<{ id: string }>(prepareQueue, ({ id }) => this.run(id));
  }

  /** Whose access has ended sends nothing any more (K5): the mailing is held until somebody else lets it go on. */
  async run(id: string): Promise<void> {
    const mailing = await this.database.manager.findOneBy(Mailing, { id });
    if (mailing?.status !== 'sending') return;
    const { dispatchedBy, requestId } = mailing;
    const mayGoOn =
      dispatchedBy !== null &&
      (await this.access.contextOf(dispatchedBy, 'mailings.manage', requestId ?? '')) !== null;
    if (mayGoOn) return this.preparation.run(id);
    await this.database.transaction((tx) => this.hold(tx, mailing));
  }

  private async hold(tx: EntityManager, { id, requestId }: Mailing): Promise<void> {
    const { affected } = await tx.update(Mailing, { id, status: 'sending' }, { status: 'paused' });
    if (affected) await this.audit.record(tx, asItself(requestId), onRecord('mailing.stop', id));
  }
}
