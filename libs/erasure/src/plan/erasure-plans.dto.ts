import { ApiProperty } from '@nestjs/swagger';
import { MentionResponse } from '../mentions-review/mentions.dto.js';

const actions = ['delete_row', 'pseudonymise', 'redact', 'generalise', 'replace', 'keep'] as const;
const cells = ['only_person_of_company', 'only_person_with_function', 'sole_trader'] as const;
const day = { type: String, format: 'date', nullable: true } as const;

/** Rows of one table that meet with the same. */
export class PlannedTableResponse {
  table!: string;
  /** What stands in it, in the caller's language. */
  what!: string;
  @ApiProperty({ type: String, enum: actions })
  action!: (typeof actions)[number];
  count!: number;
  /** Until when what stays does; null: for as long as it is of use. */
  @ApiProperty(day)
  until!: string | null;
  /** `held`, `of_others`, `statistics` or `evidence`; null where nothing stays. */
  why!: string | null;
}

/** Pieces of files that go. */
export class PlannedFile {
  @ApiProperty({ type: String, enum: ['import', 'export'] })
  kind!: 'import' | 'export';
  count!: number;
}

export class PlannedHold {
  id!: string;
  ground!: string;
  @ApiProperty(day)
  until!: string | null;
  @ApiProperty(day)
  reviewOn!: string | null;
}

/** What others wrote of the person. */
export class PlannedMentions {
  /** How often they surely name the person: there the pseudonym takes the name's place. */
  sure!: number;
  /** In how many texts, by table. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'integer' } })
  texts!: Record<string, number>;
  /** The first 200 of these. */
  @ApiProperty({ type: () => MentionResponse, isArray: true })
  sureOnes!: MentionResponse[];
  /** Who may be somebody else: to be decided after the erasure. The first 200. */
  @ApiProperty({ type: () => MentionResponse, isArray: true })
  doubtful!: MentionResponse[];
  /** The first or last name alone stands in so many texts of others that it points at nobody: these are left as they are. */
  isLoneNameCommon!: boolean;
}

export class ErasurePlanResponse {
  id!: string;
  contactId!: string;
  madeAt!: Date;
  @ApiProperty({ type: () => PlannedTableResponse, isArray: true })
  tables!: PlannedTableResponse[];
  @ApiProperty({ type: () => PlannedFile, isArray: true })
  files!: PlannedFile[];
  mentions!: PlannedMentions;
  /** Why a pseudonym would not hide the person, and the record goes as well; null: it hides them. */
  @ApiProperty({ type: String, enum: cells, nullable: true })
  smallCell!: (typeof cells)[number] | null;
  @ApiProperty({ type: () => PlannedHold, isArray: true })
  holds!: PlannedHold[];
  /** All of it in words, in the caller's language. */
  sentences!: string[];
}
