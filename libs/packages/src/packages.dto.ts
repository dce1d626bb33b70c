import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsUUID, ValidateNested } from 'class-validator';
import type { PackageKind, PackageStatus } from './package.entity.js';
import { redactionDecisions, type RedactionDecision } from './package-redaction.entity.js';

/** A copy on its way. */
export class PackageResponse {
  id!: string;
  requestId!: string;
  kind!: PackageKind;
  status!: PackageStatus;
  /** Rows read in this stage, and how many there are; null before they were counted. */
  progress!: PackageProgress;
  /** Names of other people that wait for a decision. */
  undecided!: number;
  requestedAt!: Date;
  releasedAt!: Date | null;
  /** Deleted then, fetched or not. */
  expiresAt!: Date;
  deliveredAt!: Date | null;
}

export class PackageProgress {
  done!: number;
  total!: number | null;
}

/** A name of somebody else in a text, with the words around it. */
export class RedactionResponse {
  id!: string;
  /** The table, in words. */
  place!: string;
  before!: string;
  /** Empty where the text has changed since: it is taken out whatever is decided. */
  words!: string;
  after!: string;
  decision!: RedactionDecision | null;
}

export class RedactionList {
  items!: RedactionResponse[];
  /** How many there are; the first 200 undecided ones are shown. */
  total!: number;
}

export class DecideRedaction {
  @IsUUID()
  id!: string;

  @IsIn(redactionDecisions)
  decision!: RedactionDecision;
}

export class DecideRedactions {
  @IsArray()
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => DecideRedaction)
  decisions!: DecideRedaction[];

  /** What is decided of all others that have no decision yet. */
  @IsOptional()
  @IsIn(redactionDecisions)
  others?: RedactionDecision;
}
