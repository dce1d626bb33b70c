import { ApiProperty } from '@nestjs/swagger';
import { channels, languages, type Channel, type Language, type Purpose } from '@seloste/kernel';
import { ListQuery, NotNull, OneOf, Reference, Text } from '@seloste/platform';
import { IsBoolean, IsOptional } from 'class-validator';

/** Replies that wait by default. */
export class StopReplyQuery extends ListQuery {
  @IsOptional()
  @OneOf(['open', 'decided'])
  status: 'open' | 'decided' = 'open';
}

export class DecideOnReply {
  /** Does the person ask us to stop? */
  @IsBoolean()
  objects!: boolean;

  /** What they said no to; e-mail when left out. */
  @NotNull()
  @OneOf(['all', ...channels])
  channel?: Channel | 'all';

  /** A purpose's key; all marketing when left out. */
  @NotNull()
  @Text(40)
  purpose?: Purpose;
}

export class StopReplyResponse {
  id!: string;
  contact!: Reference;
  company!: Reference | null;
  /** Of the message that was answered. */
  messageId!: string;
  @ApiProperty({ enum: languages })
  language!: Language;
  /** What made us ask; null once it is decided. */
  sentence!: string | null;
  receivedAt!: Date;
  decidedAt!: Date | null;
  decidedBy!: Reference | null;
  objects!: boolean | null;
}

export class StopReplyPage {
  items!: StopReplyResponse[];
  nextCursor!: string | null;
  total!: number | null;
}
