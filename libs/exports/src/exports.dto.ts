import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Instant, ListQuery, OneOf, OptionalText, Reference, Text } from '@seloste/platform';
import { IsObject, IsOptional } from 'class-validator';
import {
  exportKinds,
  exportStatuses,
  type ExportFailure,
  type ExportKind,
  type ExportStatus,
} from './export.entity.js';

export class CreateExport {
  @OneOf(exportKinds)
  kind!: ExportKind;

  /** What the file is for. */
  @Text(300)
  purpose!: string;

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

export class ExportResponse {
  id!: string;
  @ApiProperty({ enum: exportKinds })
  kind!: ExportKind;
  purpose!: string;
  recipient!: string | null;
  @ApiProperty({ enum: exportStatuses })
  status!: ExportStatus;
  /** How many rows the view had when the file was asked for; null: more than ten thousand. */
  expected!: number | null;
  /** How many rows the file holds. */
  people!: number | null;
  requestedBy!: Reference;
  requestedAt!: Date;
  expiresAt!: Date;
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
