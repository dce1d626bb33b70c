import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Database, Jobs } from '@seloste/platform';
import { prepareQueue } from './dispatch-mailing.js';
import { MailingAnswerers } from './mailing-answerers.js';
import { Mailing } from './mailing.entity.js';
import { PrepareMailing } from './prepare-mailing.js';

/** Has the messages of mailings written in the queue, on behalf of who answers for them. */
@Injectable()
export class MailingWork implements OnApplicationBootstrap {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly answerers: MailingAnswerers,
    private readonly preparation: PrepareMailing,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.handle<{ id: string }>(prepareQueue, ({ id }) => this.run(id));
  }

  async run(id: string): Promise<void> {
    const mailing = await this.database.manager.findOneBy(Mailing, { id });
    if (mailing?.status !== 'sending') return;
    if (await this.answerers.holdUnlessAnswered(mailing)) await this.preparation.run(id);
  }
}
