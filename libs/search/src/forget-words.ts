import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { AppConfig, Database, Jobs, type Reader } from '@seloste/platform';

export const forgetWordsQueue = 'search.forget-words';

/**
 * Drops every word that left an entry and is in no other; returns how many. An erasure calls it in its own
 * transaction, so that the name is gone with the person (GDPR Art. 17); otherwise the job does within the hour.
 */
export async function dropUnusedWords(reader: Reader): Promise<number> {
  const [row] = await reader.read<{ dropped: number }>('SELECT search_drop_unused_words() AS dropped');
  return row?.dropped ?? 0;
}

/** Keeps the dictionary from remembering names that nobody in the register has any more: every hour, once for all processes. */
@Injectable()
export class ForgetWords implements OnApplicationBootstrap {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly config: AppConfig,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.handle(forgetWordsQueue, () => this.run());
  }

  /** Every working process ticks; the queue takes one job an hour. */
  @Cron('0 37 * * * *')
  async tick(): Promise<void> {
    if (this.config.process === 'api') return;
    await this.jobs.send(forgetWordsQueue, {}, { singletonKey: 'forget', singletonSeconds: 60 * 60 });
  }

  async run(): Promise<void> {
    await dropUnusedWords(this.database);
  }
}
