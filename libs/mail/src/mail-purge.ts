import { Injectable } from '@nestjs/common';
import { Database, Purges, RowPurge } from '@seloste/platform';

/** Letters of the system, sent or not, go when the retention rules say so (GDPR Art. 5(1)(e)). */
@Injectable()
export class MailPurge extends RowPurge {
  constructor(database: Database, purges: Purges) {
    super(database, { table: 'mail_messages', due: 'created_at < $1' });
    purges.provide('mailbox', this);
  }
}
