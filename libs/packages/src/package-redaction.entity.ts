import { ImpersonalRecord } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export const redactionDecisions = ['redact', 'keep'] as const;
export type RedactionDecision = (typeof redactionDecisions)[number];

/** Where a text names somebody else, and whether the person may see it (GDPR Art. 15(4)). What is kept counts for the very same text alone. */
@Entity('package_redactions')
@ImpersonalRecord('says where words stand, not which')
export class PackageRedaction {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  packageId!: string;

  /** The table. */
  @Column('text')
  place!: string;

  @Column('text')
  rowKey!: string;

  @Column('text')
  field!: string;

  /** UTF-16 offsets, the end exclusive. */
  @Column('integer')
  starts!: number;

  @Column('integer')
  ends!: number;

  /** Keyed digest of the text as it was. */
  @Column('bytea')
  textDigest!: Buffer;

  @Column('text', { nullable: true })
  decision!: RedactionDecision | null;

  @Column('uuid', { nullable: true })
  decidedBy!: string | null;
}
