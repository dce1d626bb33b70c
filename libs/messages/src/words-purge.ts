import { Injectable } from '@nestjs/common';
import { Database, Purges, RowPurge } from '@seloste/platform';

/** What messages said that never left, were kept here or are in doubt, and that no timeline tells (GDPR Art. 5(1)(e)). */
@Injectable()
export class WordsPurge extends RowPurge {
  constructor(database: Database, purges: Purges) {
    super(database, {
      table: 'messages',
      due: `created_at < $1 AND sealed_content IS NOT NULL AND status IN ('kept', 'in_doubt', 'stopped', 'failed')`,
      set: 'sealed_content = NULL',
    });
    purges.provide('message_bodies', this);
  }
}
