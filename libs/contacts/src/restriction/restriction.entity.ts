import { NotPersonal, Personal, PersonalRecord } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How the person was told that the restriction ends. */
export const informedVia = ['email', 'phone', 'letter', 'in_person', 'other'] as const;
export type InformedVia = (typeof informedVia)[number];

/**
 * A restriction of processing (GDPR Art. 18(1)) and its lifting, before which the person is told (Art. 18(3)). While it
 * is not lifted the person is absent for everybody but a privacy officer acting as such; so is this record.
 */
@Entity('restrictions')
@PersonalRecord({ subject: 'contact', retention: 'relationship', purposes: ['accountability'] })
export class Restriction {
  @PrimaryColumn('uuid')
  @NotPersonal()
  id!: string;

  @Column('uuid')
  @Personal({ category: 'link', erasure: 'delete_row' })
  contactId!: string;

  @Column('text')
  @Personal({ category: 'provenance', erasure: 'delete_row' })
  reason!: string;

  /** On this day the lifting begins by itself; null: when somebody decides. */
  @Column('date', { nullable: true })
  @Personal({ category: 'provenance', erasure: 'delete_row' })
  until!: string | null;

  @Column('timestamptz')
  @Personal({ category: 'provenance', erasure: 'delete_row' })
  placedAt!: Date;

  @Column('uuid', { nullable: true })
  @Personal({ category: 'link', erasure: 'delete_row', exported: false })
  placedBy!: string | null;

  /** When the lifting was asked for; null: it was not. */
  @Column('timestamptz', { nullable: true })
  @Personal({ category: 'provenance', erasure: 'delete_row' })
  liftRequestedAt!: Date | null;

  /** Null when `until` was reached. */
  @Column('uuid', { nullable: true })
  @Personal({ category: 'link', erasure: 'delete_row', exported: false })
  liftRequestedBy!: string | null;

  @Column('text', { nullable: true })
  @Personal({ category: 'provenance', erasure: 'delete_row' })
  liftReason!: string | null;

  /** The letter that tells the person; null while there is none. */
  @Column('uuid', { nullable: true })
  @NotPersonal()
  noticeId!: string | null;

  @Column('timestamptz', { nullable: true })
  @NotPersonal()
  noticeQueuedAt!: Date | null;

  @Column('text', { nullable: true })
  @Personal({ category: 'provenance', erasure: 'delete_row' })
  informedVia!: InformedVia | null;

  @Column('date', { nullable: true })
  @Personal({ category: 'provenance', erasure: 'delete_row' })
  informedOn!: string | null;

  @Column('timestamptz', { nullable: true })
  @Personal({ category: 'provenance', erasure: 'delete_row' })
  liftedAt!: Date | null;
}
