import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { UserAccess } from '@seloste/identity';
import { Database, Jobs } from '@seloste/platform';
import { prepareQueue } from './dispatch-mailing.js';
import { MailingControl } from './mailing-control.js';
import { Mailing } from './mailing.entity.js';
import { PrepareMailing } from './prepare-mailing.js';

/** Has the messages of mailings written in the queue, on behalf of who answers for them. */
@Injectable()
export class MailingWork implements OnApplicationBootstrap {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly access: UserAccess,
    private readonly preparation: PrepareMailing,
    private readonly control: MailingControl,
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
    await (mayGoOn ? this.preparation.run(id) : this.control.stop(id, dispatchedBy));
  }
}
