import { ApiHideProperty, ApiProperty } from '@nestjs/swagger';
import { channels, type Channel, type Purpose } from '@seloste/kernel';
import { OneOf, Text, TextList } from '@seloste/platform';
import { Transform } from 'class-transformer';
import { IsOptional, IsString } from 'class-validator';
import {
  evidenceTypes,
  grounds,
  obligations,
  refusals,
  type DecisionCode,
  type EvidenceType,
  type Obligation,
} from './decision.js';

const codes = [...grounds, ...refusals];

/** Which decision is asked for. */
export class PermissionPath {
  @ApiHideProperty()
  @IsString()
  id!: string;

  @OneOf(channels)
  channel!: Channel;

  @Text(40)
  purpose!: Purpose;
}

/** What the message is about, as far as it is known. */
export class PermissionQuery {
  /** Areas of responsibility; several are given by repeating it. */
  @ApiProperty({ required: false, type: [String] })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? [value] : value))
  @TextList(20, 150)
  areas?: string[];

  /** Whether the sender has a reason of their own why it concerns the person's work. The words stay out of addresses. */
  @IsOptional()
  @OneOf(['true', 'false'])
  hasRoleReason?: 'true' | 'false';
}

/** The record that a decision rests on. */
export class DecisionEvidence {
  @ApiProperty({ enum: evidenceTypes })
  type!: EvidenceType;
  id!: string;
}

/** May the person be contacted? */
export class DecisionResponse {
  @ApiProperty({ enum: channels })
  channel!: Channel;
  purpose!: Purpose;
  allowed!: boolean;
  @ApiProperty({ enum: codes })
  code!: DecisionCode;
  /** The article, section or promise that it rests on. */
  law!: string;
  /** Since when it is so, where a dated record says it. */
  since!: Date | null;
  evidence!: DecisionEvidence | null;
  /** What has to go with a permitted contact. */
  @ApiProperty({ enum: obligations, isArray: true })
  obligations!: Obligation[];
  /** The decision in words, in the caller's language. */
  sentence!: string;
}

/** How the person may be contacted, and what is done with their data besides. */
export class PermissionsResponse {
  /** Direct marketing, by each channel. */
  summary!: DecisionResponse[];
  /** Profiling, for each purpose of it; it is the same by every channel. */
  profiling!: DecisionResponse[];
  /** Every purpose by every channel. */
  matrix!: DecisionResponse[];
}

/** A decision about direct marketing by one channel, as it is shown with a person. */
export class PermissionSummary {
  @ApiProperty({ enum: channels })
  channel!: Channel;
  purpose!: Purpose;
  allowed!: boolean;
  @ApiProperty({ enum: codes })
  code!: DecisionCode;
  /** In words, in the caller's language. */
  sentence!: string;
  since!: Date | null;
}
