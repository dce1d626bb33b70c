import { ApiProperty } from '@nestjs/swagger';
import { EmailAddress, NotNull, OneOf, Text } from '@seloste/platform';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsInt,
  Max,
  Min,
} from 'class-validator';
import {
  afterReading,
  mailboxFailures,
  type AfterReading,
  type MailboxFailure,
} from './inbound-mailbox.entity.js';

/** The IMAP mailbox to which reports and replies come. */
export class SaveInboundMailbox {
  @Text(253)
  host!: string;

  @IsInt()
  @Min(1)
  @Max(65_535)
  port!: number;

  /** TLS from the first byte (port 993); otherwise STARTTLS (143). Without either, nothing is read over a network. */
  @IsBoolean()
  secure!: boolean;

  @Text(254)
  user!: string;

  /** Left out: the one that is kept, if neither the server nor the user changes. */
  @NotNull()
  @Text(500)
  password?: string;

  @NotNull()
  @Text(200)
  folder?: string;

  /** Our addresses that reports come to: those that mail is sent from. */
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(50)
  @ArrayUnique()
  @EmailAddress(true)
  addresses!: string[];

  /** What is done with letters that were taken in; others are never touched. */
  @NotNull()
  @OneOf(afterReading)
  afterReading?: AfterReading;
}

export class InboundMailboxResponse {
  host!: string;
  port!: number;
  secure!: boolean;
  user!: string;
  folder!: string;
  addresses!: string[];
  @ApiProperty({ enum: afterReading })
  afterReading!: AfterReading;
  /** When it was last read. */
  readAt!: Date | null;
  /** Why it could not be read the last time. */
  @ApiProperty({ type: String, enum: mailboxFailures, nullable: true })
  failure!: MailboxFailure | null;
  failedAt!: Date | null;
  version!: number;
  updatedAt!: Date;
}

/** What an attempt to open the mailbox came to. */
export class MailboxTestResponse {
  works!: boolean;
  @ApiProperty({ type: String, enum: mailboxFailures, nullable: true })
  failure!: MailboxFailure | null;
}
