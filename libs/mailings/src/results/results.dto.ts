import { ApiProperty } from '@nestjs/swagger';
import { languages, type Language } from '@seloste/kernel';
import { messageStatuses, type MessageStatus } from '@seloste/messages';
import { ListQuery, OneOf, Reference } from '@seloste/platform';
import { IsOptional } from 'class-validator';
import { mailingStatuses, type MailingStatus } from '../mailing.entity.js';

/** What has become of a mailing so far. Of every person of the segment exactly one of the first ten holds. */
export class MailingResults {
  @ApiProperty({ enum: mailingStatuses })
  status!: MailingStatus;
  /** How many people the segment had when the mailing was sent off. */
  people!: number;
  /** Not decided about yet. */
  undecided!: number;
  /** Left out before anything was written. */
  leftOut!: number;
  /** In the outbox, or being handed over. */
  waiting!: number;
  /** Taken by the mail server. */
  accepted!: number;
  /** Without a mail server: in the mailbox of the product. */
  kept!: number;
  /** Whether the mail server took it is not known; it is never sent again. */
  inDoubt!: number;
  /** By the decision at hand-over. */
  stopped!: number;
  failed!: number;
  cancelled!: number;
  /** Of those accepted. */
  bounced!: number;
  complained!: number;
  /** People who have said no since, because of this mailing. */
  objected!: number;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'integer' } })
  leftOutByCode!: Record<string, number>;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'integer' } })
  stoppedByCode!: Record<string, number>;
}

export const recipientFilters = [...messageStatuses, 'bounced', 'complained', 'objected'] as const;

export class RecipientQuery extends ListQuery {
  @IsOptional()
  @OneOf(recipientFilters)
  status?: (typeof recipientFilters)[number];
}

export class MailingRecipientResponse {
  /** Of the message. */
  id!: string;
  contactId!: string;
  name!: string;
  company!: Reference | null;
  @ApiProperty({ enum: languages })
  language!: Language;
  @ApiProperty({ enum: messageStatuses })
  status!: MessageStatus;
  handedOverAt!: Date | null;
  /** The latest decision, and what it rests on. */
  code!: string | null;
  law!: string | null;
  /** Why it could not be handed over; no values. */
  failure!: string | null;
  bouncedAt!: Date | null;
  @ApiProperty({ type: String, enum: ['hard', 'soft'], nullable: true })
  bounceKind!: 'hard' | 'soft' | null;
  complainedAt!: Date | null;
  objectedAt!: Date | null;
}

export class MailingRecipientPage {
  items!: MailingRecipientResponse[];
  nextCursor!: string | null;
  total!: number | null;
}
