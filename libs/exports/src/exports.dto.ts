import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { channels, type Channel, type Purpose } from '@seloste/kernel';
import {
  Instant,
  ListQuery,
  Nested,
  NotNull,
  OneOf,
  OptionalText,
  Reference,
  Text,
  TextList,
} from '@seloste/platform';
import { ThingRetentionResponse } from '@seloste/retention';
import { IsObject, IsOptional } from 'class-validator';
import {
  exportKinds,
  exportStatuses,
  type ExportFailure,
  type ExportKind,
  type ExportStatus,
  type LeftOut,
} from './export.entity.js';

/** How the people of a file are going to be contacted, and for which purpose. */
export class ExportUse {
  /** Goes without saying where the kind of the file says it: letters, labels, text messages, calls. */
  @NotNull()
  @OneOf(channels)
  channel?: Channel;

  @Text(40)
  purpose!: Purpose;

  /** What it is about, as areas of responsibility (C2); null: nobody's in particular. */
  @IsOptional()
  @TextList(50, 150)
  areas?: string[] | null;

  /** Why it concerns the work of people whose area does not say it. */
  @OptionalText(500)
  roleReason?: string | null;
}

export class CreateExport {
  @OneOf(exportKinds)
  kind!: ExportKind;

  /** What the file is for. */
  @Text(300)
  purpose!: string;

  /** Needed for what is meant to contact people: who may not be contacted so is left out of the file. */
  @NotNull()
  @Nested(() => ExportUse)
  for?: ExportUse;

  /** Who gets the file; left out: it stays in the company. */
  @OptionalText(200)
  recipient?: string | null;

  /** The file is deleted then; within thirty days. */
  @Instant()
  expiresAt!: Date;

  /** Filters and order as the list of this kind takes them in its query. */
  @ApiPropertyOptional({ type: 'object', additionalProperties: true })
  @IsOptional()
  @IsObject()
  filters?: Record<string, unknown>;
}

export class DecideOnExport {
  @OneOf(['approve', 'refuse'])
  decision!: 'approve' | 'refuse';
}

/** Own exports, and for those who may approve, everybody's. */
export class ExportQuery extends ListQuery {
  @IsOptional()
  @OneOf(exportStatuses)
  status?: ExportStatus;
}

/** @see ExportUse */
export class ExportUseResponse {
  @ApiProperty({ type: String, enum: channels })
  channel!: Channel;
  purpose!: Purpose;
  @ApiProperty({ type: String, isArray: true, nullable: true })
  areas!: string[] | null;
  roleReason!: string | null;
}

export class ExportResponse {
  id!: string;
  @ApiProperty({ enum: exportKinds })
  kind!: ExportKind;
  purpose!: string;
  for!: ExportUseResponse | null;
  recipient!: string | null;
  @ApiProperty({ enum: exportStatuses })
  status!: ExportStatus;
  /** How many rows the view had when the file was asked for; null: more than ten thousand. */
  expected!: number | null;
  /** How many rows the file holds. */
  people!: number | null;
  /** How many people of the view were left out because they may not be contacted so, by the code of the decision. */
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'integer' },
    nullable: true,
    example: { objected: 3 },
  })
  leftOut!: LeftOut | null;
  requestedBy!: Reference;
  requestedAt!: Date;
  expiresAt!: Date;
  /** When the file is deleted; null when it is. */
  retention!: ThingRetentionResponse | null;
  /** The second person who approved or refused. */
  decidedBy!: Reference | null;
  decidedAt!: Date | null;
  preparedAt!: Date | null;
  fetchedAt!: Date | null;
  @ApiProperty({ type: String, enum: ['access_ended', 'internal_error'], nullable: true })
  failure!: ExportFailure | null;
}

export class ExportPage {
  items!: ExportResponse[];
  nextCursor!: string | null;
  total!: number | null;
}
