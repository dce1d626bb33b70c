import { ApiProperty } from '@nestjs/swagger';
import { channels, type Channel } from '@seloste/kernel';
import { Instant, NotNull, OneOf, OptionalText, Reference, Text } from '@seloste/platform';
import { objectionWays, type ObjectionWay } from './objection.entity.js';

export const anyChannel = ['all', ...channels] as const;

/** How staff get to hear of a "no"; the other ways are the product's own. */
export const waysToStaff = ['email', 'phone', 'letter', 'in_person', 'reply', 'other'] as const;

/** What somebody said no to. */
export class RecordObjection {
  @OneOf(anyChannel)
  channel!: Channel | 'all';

  /** A purpose's key; `all` is every purpose but service. */
  @Text(40)
  purpose!: string;

  @OptionalText(2000)
  note?: string | null;

  /** `other` when left out. */
  @NotNull()
  @OneOf(waysToStaff)
  receivedVia?: (typeof waysToStaff)[number];

  /** When they said so; now when left out. */
  @NotNull()
  @Instant()
  receivedAt?: Date;
}

/** A company may take its objection back. */
export class WithdrawCompanyObjection {
  /** Who of the company said so, in words. */
  @Text(300)
  toldBy!: string;
}

export class ObjectionWithdrawalResponse {
  withdrawnAt!: Date;
  /** Who of the company said so; null for a person, who did it themselves. */
  toldBy!: string | null;
  recordedBy!: Reference | null;
}

export class ObjectionResponse {
  id!: string;
  @ApiProperty({ type: String, enum: anyChannel })
  channel!: Channel | 'all';
  purpose!: string;
  objectedAt!: Date;
  @ApiProperty({ type: String, enum: objectionWays })
  receivedVia!: ObjectionWay;
  note!: string | null;
  /** The message that it answers. */
  messageId!: string | null;
  recordedAt!: Date;
  /** Null: they did it themselves, by a link. */
  recordedBy!: Reference | null;
  inForce!: boolean;
  withdrawal!: ObjectionWithdrawalResponse | null;
}

export class ObjectionList {
  items!: ObjectionResponse[];
}
