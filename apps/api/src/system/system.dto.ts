import { ApiProperty } from '@nestjs/swagger';

/** One queue of background work, in numbers. */
export class QueueState {
  name!: string;
  waiting!: number;
  running!: number;
  /** Given up for good, within what the queue remembers. */
  failed!: number;
  /** When the oldest job that waits could have begun; null: none waits. */
  waitingSince!: Date | null;
}

export class DatabaseState {
  /** For example `18.4`. */
  version!: string;
  /** Bytes. */
  size!: number;
  /** The newest migration that ran. */
  migration!: string;
  connections!: number;
}

export class MailState {
  /** Is a mail server set? Without one, mail stays in the mailbox. */
  isDeliverable!: boolean;
  waiting!: number;
  failed!: number;
}

/** How the installation does: for whoever keeps it running, without a person in it (K6). */
export class SystemResponse {
  @ApiProperty({ enum: ['all', 'api', 'worker'] })
  process!: 'all' | 'api' | 'worker';
  node!: string;
  startedAt!: Date;
  /** Bytes that this process holds in memory. */
  memory!: number;
  database!: DatabaseState;
  queues!: QueueState[];
  mail!: MailState;
  /** Does the data folder lie on an encrypted volume? Null where the machine does not tell, or the database is elsewhere. */
  encryptedVolume!: boolean | null;
  /** Acts that wait for their link in the chain of the record. */
  auditPending!: number;
}
