import { NotPersonal, Personal, PersonalRecord, type Language, type SourceKind } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * `receiving`: the file is on its way · `mapping`: waits for what the columns mean · `checking`, `checked`: the dry
 * run · `running`, `finished`: the run · `failed`: the file could not be read to its end, or whoever asked for the run may
 * no longer import.
 */
export const importStatuses = [
  'receiving',
  'mapping',
  'checking',
  'checked',
  'running',
  'finished',
  'failed',
] as const;
export type ImportStatus = (typeof importStatuses)[number];

/** A column of the file as the file has it. */
export interface FileColumn {
  index: number;
  /** Empty when the file has no heading row. */
  header: string;
  /** At most three different values. */
  samples: string[];
}

/** What each column becomes, by its name among the targets; null: left out. */
export type ColumnMapping = { index: number; target: string | null }[];

/** A list that somebody brings in. The import stays as the evidence of where people came from; its rows and file do not. */
@Entity('imports')
@PersonalRecord({
  subject: 'contact',
  retention: 'import',
  purposes: ['customer_relationship', 'accountability'],
})
export class Import {
  @PrimaryColumn('uuid')
  @NotPersonal()
  id!: string;

  @Column('text')
  @Personal({ category: 'provenance', erasure: 'redact', exported: false })
  fileName!: string;

  @Column('text')
  @NotPersonal()
  encoding!: string;

  @Column('text')
  @NotPersonal()
  delimiter!: string;

  @Column('boolean')
  @NotPersonal()
  hasHeader!: boolean;

  @Column('smallint')
  @NotPersonal()
  width!: number;

  @Column('integer')
  @NotPersonal()
  rowCount!: number;

  @Column('jsonb')
  @Personal({
    category: 'contact_details',
    erasure: 'redact',
    exported: false,
    paths: { '[].samples[]': { category: 'contact_details', erasure: 'redact', exported: false } },
  })
  columns!: FileColumn[];

  @Column('text')
  @NotPersonal()
  status!: ImportStatus;

  @Column('text', { nullable: true })
  @NotPersonal('a stable code')
  failure!: string | null;

  @Column('jsonb', { nullable: true })
  @NotPersonal('positions of columns and what they become')
  mapping!: ColumnMapping | null;

  @Column('text', { nullable: true })
  @NotPersonal('a fixed word')
  sourceKind!: SourceKind | null;

  @Column('text', { nullable: true })
  @Personal({ category: 'provenance', erasure: 'redact', exported: false })
  sourceWhat!: string | null;

  @Column('date', { nullable: true })
  @NotPersonal()
  sourceOn!: string | null;

  @Column('uuid', { nullable: true })
  @Personal({ category: 'link', erasure: 'keep', exported: false })
  ownerId!: string | null;

  @Column('text', { nullable: true })
  @NotPersonal('of the whole list')
  language!: Language | null;

  @Column('integer')
  @NotPersonal()
  processed!: number;

  @Column('integer')
  @NotPersonal('up to which line of the file the run has come')
  lastLine!: number;

  @Column('integer', { nullable: true })
  @NotPersonal()
  newCount!: number | null;

  @Column('integer', { nullable: true })
  @NotPersonal()
  duplicateCount!: number | null;

  @Column('integer', { nullable: true })
  @NotPersonal()
  errorCount!: number | null;

  @Column('integer', { nullable: true })
  @NotPersonal()
  erasedCount!: number | null;

  @Column('integer')
  @NotPersonal()
  importedCount!: number;

  @Column('integer')
  @NotPersonal('how often a dry run was begun: only the latest may write')
  attempt!: number;

  @Column('timestamptz', { nullable: true })
  @NotPersonal()
  requestedAt!: Date | null;

  @Column('uuid', { nullable: true })
  @Personal({ category: 'link', erasure: 'keep', exported: false })
  requestedBy!: string | null;

  @Column('text', { nullable: true })
  @NotPersonal()
  requestId!: string | null;

  @Column('timestamptz', { nullable: true })
  @NotPersonal()
  progressedAt!: Date | null;

  @Column('timestamptz')
  @NotPersonal()
  createdAt!: Date;

  @Column('uuid', { nullable: true })
  @Personal({ category: 'link', erasure: 'keep', exported: false })
  createdBy!: string | null;

  @Column('timestamptz', { nullable: true })
  @NotPersonal()
  checkedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  @NotPersonal()
  startedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  @NotPersonal()
  finishedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  @NotPersonal()
  rowsDeletedAt!: Date | null;

  /** Has a single row of it come into the register, or may have? */
  get wasRun(): boolean {
    return this.startedAt !== null;
  }

  get isBusy(): boolean {
    return this.status === 'checking' || this.status === 'running';
  }
}
