import { ApiProperty } from '@nestjs/swagger';
import { Id, ListQuery, OneOf, OptionalText } from '@seloste/platform';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { CertificateProof } from './certificate/proof.js';
import {
  erasureGrounds,
  erasureStatuses,
  type ErasureCounts,
  type ErasureGround,
  type ErasureStatus,
} from './erasure.entity.js';

/** Why somebody erases by hand; a rule's own ground is the purge's. */
const givenGrounds = erasureGrounds.filter((ground) => ground !== 'retention');

export class CreateErasure {
  @Id()
  contactId!: string;

  /** What was agreed to: refused (409 `plan_outdated`) when the person changed since. */
  @Id()
  planId!: string;

  @OneOf(givenGrounds)
  ground!: Exclude<ErasureGround, 'retention'>;

  /** Why, in words; kept until the erasure is done. */
  @OptionalText(1000)
  note?: string | null;
}

export class ErasureQuery extends ListQuery {
  @IsOptional()
  @OneOf(erasureStatuses)
  status?: ErasureStatus;

  /** Only this person's; finds nothing for those who only read counts. */
  @IsOptional()
  @Id()
  contactId?: string;

  /** Only those of this purge. */
  @IsOptional()
  @Id()
  runId?: string;
}

/** How far an erasure has come, in steps. */
export class ErasureProgress {
  done!: number;
  of!: number;
}

const numbers = {
  type: 'object',
  additionalProperties: { type: 'object', additionalProperties: { type: 'integer' } },
} as const;

export class ErasureListItem {
  id!: string;
  /** Null for those who only read counts. */
  contactId!: string | null;
  @ApiProperty({ type: String, enum: erasureGrounds })
  ground!: ErasureGround;
  @ApiProperty({ type: String, enum: erasureStatuses })
  status!: ErasureStatus;
  runId!: string | null;
  /** `deleted` where a pseudonym would not have hidden the person; null before it is done. */
  @ApiProperty({ type: String, enum: ['pseudonymised', 'deleted'], nullable: true })
  manner!: 'pseudonymised' | 'deleted' | null;
  requestedAt!: Date;
  /** Until then it can be taken back. */
  notBefore!: Date | null;
  executedAt!: Date | null;
  completedAt!: Date | null;
  /** A stable code. */
  failure!: string | null;
  progress!: ErasureProgress;
}

/** Where the latest look everywhere still found something of the person; no word of it. */
export class LeftoverResponse {
  /** `schema.table.column`, or `file:` and a path under the data directory. */
  where!: string;
  /** What stands there, in the caller's language. */
  what!: string;
  count!: number;
}

/** Rows of one table that met with the same. */
export class DoneToTable {
  table!: string;
  /** What stands in it, in the caller's language. */
  what!: string;
  action!: string;
  count!: number;
}

export class ErasureResponse extends ErasureListItem {
  /** Rows by table and by what was done to them. */
  @ApiProperty(numbers)
  counts!: ErasureCounts;
  /** The same in words. */
  done!: DoneToTable[];
  /** Counts, dates and grounds; no personal value. Null before the erasure is complete. */
  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true })
  certificate!: Record<string, unknown> | null;
  certificateHash!: string | null;
  @ApiProperty({ type: () => CertificateProof, nullable: true })
  proof!: CertificateProof | null;
  /** Empty, or why the erasure is incomplete. */
  @ApiProperty({ type: () => LeftoverResponse, isArray: true })
  leftovers!: LeftoverResponse[];
  /** Tables (`schema.table`) and files (`file:` and a path) that the latest look could not read: there is no certificate while there is one. */
  unread!: string[];
}

export class ErasurePage {
  items!: ErasureListItem[];
  nextCursor!: string | null;
  total!: number | null;
}

/** Where an erasure stands right after it was asked for. */
export class ErasureBegun {
  id!: string;
  @ApiProperty({ type: String, enum: erasureStatuses })
  status!: ErasureStatus;
}

export class UpdateErasureSettings {
  /** How many days an erasure that somebody asked for waits, and can be taken back; 0: it is done at once. */
  @IsInt()
  @Min(0)
  @Max(30)
  graceDays!: number;
}

export class ErasureSettingsResponse {
  graceDays!: number;
  version!: number;
  updatedAt!: Date;
}
