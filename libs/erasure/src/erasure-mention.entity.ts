import { NotPersonal, Personal, PersonalRecord } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Where a person may be named in what was written of others: a place and never the text, which is read where it stands. */
@Entity('erasure_mentions')
@PersonalRecord({
  subject: 'contact',
  retention: 'audit',
  purposes: ['accountability'],
  foundBy: 't.plan_id IN (SELECT p.id FROM erasure_plans p WHERE p.contact_id = $1)',
})
export class ErasureMention {
  @PrimaryColumn('uuid')
  @NotPersonal()
  id!: string;

  /** Found for a plan, or as the erasure was executed. */
  @Column('uuid', { nullable: true })
  @NotPersonal()
  planId!: string | null;

  @Column('uuid', { nullable: true })
  @NotPersonal()
  erasureId!: string | null;

  @Column('text')
  @NotPersonal()
  tableName!: string;

  @Column('text')
  @NotPersonal()
  columnName!: string;

  /** The row's primary key; of several columns, joined by a colon. */
  @Column('text')
  @NotPersonal()
  rowId!: string;

  /** Where in a JSON column. */
  @Column('text', { nullable: true })
  @NotPersonal()
  path!: string | null;

  /** In UTF-16 units, `endsAt` exclusive, as the text stood when it was read. */
  @Column('integer')
  @NotPersonal()
  startsAt!: number;

  @Column('integer')
  @NotPersonal()
  endsAt!: number;

  /** Of the text as it stood when it was read. */
  @Column('bytea', { nullable: true })
  @NotPersonal('a keyed digest')
  textDigest!: Buffer | null;

  @Column('text')
  @NotPersonal('a fixed word')
  kind!: string;

  @Column('text')
  @NotPersonal('a fixed word')
  certainty!: 'sure' | 'doubtful';

  /** Null: nobody has said yet. */
  @Column('text', { nullable: true })
  @NotPersonal('a fixed word')
  decision!: 'replace' | 'keep' | null;

  @Column('uuid', { nullable: true })
  @Personal({ category: 'link', erasure: 'keep', exported: false })
  decidedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  @NotPersonal()
  decidedAt!: Date | null;
}
