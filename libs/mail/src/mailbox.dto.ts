import { ApiProperty } from '@nestjs/swagger';
import { languages, type Language } from '@seloste/kernel';
import { mailStatuses, type MailStatus } from './mail-message.entity.js';

/** A message that the system wrote, or one to a person of the register that would have left. */
export class MailboxMessage {
  id!: string;
  /** Which letter it is, such as `invitation`; `message`: somebody's, or a mailing's, to a person of the register. */
  template!: string;
  @ApiProperty({ enum: languages })
  language!: Language;
  /** The address. */
  to!: string;
  /** `waiting` for the mail server, `handed_over` to it, `failed`, or `kept` here because there is no mail server. */
  @ApiProperty({ enum: mailStatuses })
  status!: MailStatus;
  /** How often it was tried to hand it over. */
  attempts!: number;
  /** Why the latest attempt failed, as codes. */
  failure!: string | null;
  createdAt!: Date;
  handedOverAt!: Date | null;
}

/** A header as it would have left. */
export class MailboxHeader {
  name!: string;
  value!: string;
}

/** A message with what it says, while it says it to nobody else: only a message that is kept here can be read. */
export class MailboxLetter extends MailboxMessage {
  subject!: string | null;
  text!: string | null;
  html!: string | null;
  /** What mail programs go by, such as `List-Unsubscribe`. */
  headers!: MailboxHeader[];
}

export class MailboxPage {
  items!: MailboxMessage[];
  nextCursor!: string | null;
  /** Null when there are more than ten thousand, and on later pages. */
  total!: number | null;
  /** Mail leaves the house: there is a mail server. */
  isDeliverable!: boolean;
}
