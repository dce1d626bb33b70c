import { Injectable } from '@nestjs/common';
import { Database, Scheduled, type Reader } from '@seloste/platform';

/**
 * Drops every word that left an entry and is in no other; returns how many. An erasure calls it in its own
 * transaction, so that the name is gone with the person (GDPR Art. 17); otherwise the job does within the hour.
 */
export async function dropUnusedWords(reader: Reader): Promise<number> {
  const [row] = await reader.read<{ dropped: number }>('SELECT search_drop_unused_words() AS dropped');
  return row?.dropped ?? 0;
}

/** Keeps the dictionary from remembering names that nobody in the register has any more: every hour. */
@Injectable()
export class ForgetWords {
  constructor(private readonly database: Database) {}

  @Scheduled({ queue: 'search.forget-words', cron: '0 37 * * * *', apart: 60 * 60 })
  async run(): Promise<void> {
    await dropUnusedWords(this.database);
  }
}
