import { NotPersonal, Personal, PersonalRecord, type Channel } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export type SuppressionReason = 'objection' | 'complaint' | 'erasure';

/**
 * An address or number to which nothing goes, whoever it is brought back for: a keyed digest, whose key is outside the
 * database (design rule 6). No path leads from it to a person.
 */
@Entity('suppressions')
@PersonalRecord({ subject: 'contact', retention: 'suppression', purposes: ['accountability'] })
export class Suppression {
  @PrimaryColumn('uuid')
  @NotPersonal()
  id!: string;

  @Column('text')
  @NotPersonal()
  kind!: 'email' | 'phone';

  @Column('bytea')
  @Personal({ category: 'contact_details', erasure: 'keep', exported: false })
  digest!: Buffer;

  @Column('text')
  @Personal({ category: 'preferences', erasure: 'keep', exported: false })
  channel!: Channel | 'all';

  @Column('text')
  @Personal({ category: 'preferences', erasure: 'keep', exported: false })
  purpose!: string;

  @Column('text')
  @Personal({ category: 'provenance', erasure: 'keep', exported: false })
  reason!: SuppressionReason;

  @Column('timestamptz')
  @NotPersonal()
  since!: Date;
}
