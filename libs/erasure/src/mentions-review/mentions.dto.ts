import { ApiProperty } from '@nestjs/swagger';
import { Id, OneOf } from '@seloste/platform';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, ValidateNested } from 'class-validator';
import { erasureStatuses, type ErasureStatus } from '../erasure.entity.js';

const kinds = ['full_name', 'last_name', 'first_name', 'initials', 'email', 'phone', 'handle'] as const;
export const decisions = ['replace', 'keep'] as const;
export type Decision = (typeof decisions)[number];

/** A mention with up to 60 characters on either side, read where it stands and kept nowhere. */
export class MentionContext {
  before!: string;
  mention!: string;
  after!: string;
}

export class MentionResponse {
  id!: string;
  table!: string;
  column!: string;
  rowId!: string;
  @ApiProperty({ type: String, enum: kinds })
  kind!: (typeof kinds)[number];
  /** Null when the text is gone or has changed since, or stands on record of somebody restricted. */
  @ApiProperty({ type: () => MentionContext, nullable: true })
  context!: MentionContext | null;
}

export class ListedMention extends MentionResponse {
  @ApiProperty({ type: String, enum: decisions, nullable: true })
  decision!: Decision | null;
  decidedAt!: Date | null;
}

export class MentionList {
  items!: ListedMention[];
  undecided!: number;
}

export class MentionDecision {
  @Id()
  id!: string;

  @OneOf(decisions)
  decision!: Decision;
}

export class CreateMentionDecisions {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => MentionDecision)
  decisions!: MentionDecision[];
}

export class MentionsDecided {
  /** How many decisions were carried out. */
  decided!: number;
  /** Whose text had changed: it was read again, and what is doubtful in it now waits under a new id. */
  changed!: string[];
  undecided!: number;
  @ApiProperty({ type: String, enum: erasureStatuses })
  status!: ErasureStatus;
}
