import { ApiProperty } from '@nestjs/swagger';
import { languages, type Language } from '@seloste/kernel';
import {
  Id,
  ListOf,
  ListQuery,
  Nested,
  NotNull,
  OneOf,
  OneOfOrNull,
  Reference,
  SourceDto,
  SourceResponse,
} from '@seloste/platform';
import { ThingRetentionResponse } from '@seloste/retention';
import { ArrayUnique, IsBoolean, IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { targets, type Target } from './columns/targets.js';
import { delimiters, type Delimiter } from './file/delimiter.js';
import { encodings, type Encoding } from './file/encoding.js';
import { importStatuses, type ImportStatus } from './import.entity.js';
import { rowResults, type RowResult } from './import-row.entity.js';
import { reasonCodes } from './rows/reasons.js';

export class MappedColumn {
  /** Position in the file, from 0. */
  @IsInt()
  @Min(0)
  @Max(199)
  index!: number;

  /** What the column becomes; null leaves it out. */
  @OneOfOrNull(targets)
  target!: Target | null;
}

/** What the columns mean, and where the data came from. */
export class MapImport {
  /** Columns that are not named are left out. Without any list the targets are guessed anew. */
  @NotNull()
  @ListOf(() => MappedColumn, 200)
  @ArrayUnique((column: MappedColumn | null) => column?.index)
  columns?: MappedColumn[];

  /** Of everything in the file: every person and company gets it. */
  @Nested(() => SourceDto)
  source!: SourceDto;

  /** Who looks after the new people and companies; nobody when left out. */
  @IsOptional()
  @Id()
  ownerId?: string | null;

  /** The language of the people whose row names none, where the whole list is of one language. */
  @OneOfOrNull(languages)
  language?: Language | null;

  /** Reads the file anew with this delimiter. */
  @NotNull()
  @OneOf(delimiters)
  delimiter?: Delimiter;

  /** Reads the file anew: is its first row headings (true) or data (false)? */
  @NotNull()
  @IsBoolean()
  hasHeader?: boolean;

  /** Reads the file anew in this encoding. */
  @NotNull()
  @OneOf(encodings)
  encoding?: Encoding;
}

export class ImportColumn {
  /** Position in the file, from 0. */
  index!: number;
  /** Empty when the file has no heading row. */
  header!: string;
  /** At most three different values. */
  samples!: string[];
  /** As mapped, or before that as guessed. */
  @ApiProperty({ type: String, enum: targets, nullable: true })
  target!: string | null;
}

export class ImportSummary {
  new!: number;
  duplicate!: number;
  /** Of people who were erased: they are not taken in. */
  erased!: number;
  error!: number;
  /** Rows that have become people or companies so far. */
  imported!: number;
}

export class MappingResponse {
  index!: number;
  @ApiProperty({ type: String, enum: targets, nullable: true })
  target!: string | null;
}

/** A list that is brought in. */
export class ImportResponse {
  id!: string;
  @ApiProperty({ type: String, enum: importStatuses.slice(1) })
  status!: ImportStatus;
  fileName!: string;
  @ApiProperty({ type: String, enum: encodings })
  encoding!: string;
  delimiter!: string;
  /** False when the first row is data already. */
  hasHeader!: boolean;
  rowCount!: number;
  columns!: ImportColumn[];
  /** Null until the columns are mapped. */
  mapping!: MappingResponse[] | null;
  source!: SourceResponse | null;
  owner!: Reference | null;
  @ApiProperty({ type: String, enum: languages, nullable: true })
  language!: Language | null;
  /** Null until the dry run is over; afterwards as the run has left it. */
  summary!: ImportSummary | null;
  /** Rows that the dry run, or later the run, has gone through. */
  processed!: number;
  /** Why it failed: the code of the file's problem; `access_ended` when whoever asked for the run may no longer import. */
  failure!: string | null;
  createdAt!: Date;
  createdBy!: Reference | null;
  finishedAt!: Date | null;
  /** When the file's rows were deleted: thirty days after the import, or earlier by hand. */
  rowsDeletedAt!: Date | null;
  /** When the rows are deleted; null when they are. */
  retention!: ThingRetentionResponse | null;
}

export class ImportPage {
  items!: ImportResponse[];
  nextCursor!: string | null;
  total!: number | null;
}

export class ImportRowQuery extends ListQuery {
  @IsOptional()
  @IsIn(rowResults)
  @ApiProperty({ type: String, enum: rowResults, required: false })
  result?: RowResult;
}

export class ReasonResponse {
  /**
   * `duplicate_elsewhere`: the register has the person or company already, outside the caller's reach; who it is, where
   * they work and by what they were found is not told.
   */
  @ApiProperty({ type: String, enum: reasonCodes })
  code!: string;
  @ApiProperty({ type: String, enum: targets, required: false })
  field?: string;
  /** The text of the cell; of `duplicate_in_file` the line of the row that came first; of `unclosed_quote` the lines, `5048–5075`. */
  value?: string;
}

export class RowPreview {
  name!: string | null;
  email!: string | null;
  company!: string | null;
}

export class ImportRowResponse {
  /** Line of the file on which the row begins, from 1. */
  row!: number;
  @ApiProperty({ type: String, enum: rowResults })
  result!: RowResult;
  /** Of a new row: what was left out of it. */
  reasons!: ReasonResponse[];
  /** The person that came of it; of a duplicate, the one who is there already, null out of the caller's reach. */
  contactId!: string | null;
  /** The company of it, new or there already; null where it or the person is out of the caller's reach. */
  companyId!: string | null;
  preview!: RowPreview;
}

export class ImportRowPage {
  items!: ImportRowResponse[];
  nextCursor!: string | null;
  total!: number | null;
}
