import { ApiProperty } from '@nestjs/swagger';
import type { Purpose } from '@seloste/kernel';
import { Id, ListOf, NotNull, OneOf, OptionalText, Text, type Reference } from '@seloste/platform';
import { IsBoolean, IsInt, IsOptional, Max, Min } from 'class-validator';
import { runEndings, type RunEnding } from './sequence-run.entity.js';
import { sequenceTriggers, type SequenceTrigger } from './sequence.entity.js';

export class SequenceStepDto {
  /** After the beginning; later steps do not come before earlier ones. */
  @IsInt()
  @Min(0)
  @Max(24 * 365)
  afterHours!: number;

  /** A template for the sequence's purpose. */
  @Id()
  templateId!: string;
}

export class CreateSequence {
  @Text(150)
  name!: string;

  @OneOf(sequenceTriggers)
  trigger!: SequenceTrigger;

  /** Of class marketing, or of class service with a `serviceReason`. */
  @Text(40)
  purpose!: Purpose;

  /** May be empty where `ownerId` says who looks after the people. */
  @ListOf(() => SequenceStepDto, 20)
  steps!: SequenceStepDto[];

  /** Becomes the owner of people whom nobody owns. */
  @IsOptional()
  @Id()
  ownerId?: string | null;

  /** Why it concerns the work of those who get it; marketing mails cannot do without (C2). */
  @OptionalText(500)
  roleReason?: string | null;

  /** For a purpose of class service: why it is no marketing in disguise. The privacy officer reads it (V4). */
  @OptionalText(500)
  serviceReason?: string | null;
}

export class UpdateSequence {
  @NotNull()
  @Text(150)
  name?: string;

  /** All of them; whoever is under way keeps the steps that they began with. */
  @NotNull()
  @ListOf(() => SequenceStepDto, 20)
  steps?: SequenceStepDto[];

  @IsOptional()
  @Id()
  ownerId?: string | null;

  @OptionalText(500)
  roleReason?: string | null;

  /** False: nobody begins, and whoever is under way waits. */
  @NotNull()
  @IsBoolean()
  enabled?: boolean;
}

export class SequenceStepResponse {
  position!: number;
  afterHours!: number;
  template!: Reference;
}

export class SequenceResponse {
  id!: string;
  name!: string;
  @OneOf(sequenceTriggers)
  trigger!: SequenceTrigger;
  purpose!: string;
  steps!: SequenceStepResponse[];
  owner!: Reference | null;
  roleReason!: string | null;
  serviceReason!: string | null;
  enabled!: boolean;
  /** How many people are under way. */
  underWay!: number;
  version!: number;
  createdAt!: Date;
  createdBy!: Reference | null;
}

export class SequenceList {
  items!: SequenceResponse[];
}

export class StartSequences {
  @OneOf(sequenceTriggers)
  trigger!: SequenceTrigger;

  /** What they asked for or signed up to, in words. */
  @OptionalText(200)
  what?: string | null;
}

export const runStepStates = ['waiting', 'queued', 'left_out'] as const;

export class RunStepResponse {
  position!: number;
  dueAt!: Date;
  /** `queued`: a message to the person; how it fared is among their messages. */
  @OneOf(runStepStates)
  status!: (typeof runStepStates)[number];
  /** What allowed it, or why it was left out. */
  code!: string | null;
  messageId!: string | null;
}

export class SequenceRunResponse {
  id!: string;
  sequence!: Reference;
  @OneOf(sequenceTriggers)
  trigger!: SequenceTrigger;
  purpose!: string;
  what!: string | null;
  startedAt!: Date;
  startedBy!: Reference | null;
  endedAt!: Date | null;
  @ApiProperty({ type: String, enum: runEndings, nullable: true })
  endedBecause!: RunEnding | null;
  endedBy!: Reference | null;
  steps!: RunStepResponse[];
}

export class SequenceRunList {
  /** Newest first. */
  items!: SequenceRunResponse[];
}

export class LeftOutSequence {
  sequence!: Reference;
  /** `stopped_by_person`, or the code of the decision about the person. */
  code!: string;
}

export class StartedSequences {
  /** Those under way for the trigger: begun now, or before. */
  items!: SequenceRunResponse[];
  /** Those that the person does not want. */
  leftOut!: LeftOutSequence[];
}
