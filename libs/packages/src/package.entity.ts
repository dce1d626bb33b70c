import { NotPersonal, Personal, PersonalRecord, type Language } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** `access`: everything (Art. 15) · `portability`: what the person gave (Art. 20). */
export const packageKinds = ['access', 'portability'] as const;
export type PackageKind = (typeof packageKinds)[number];

/**
 * `preparing`: names of others are being looked for · `review`: waits for its release · `writing`: released, and being
 * written · `released`: the person can fetch it · `delivered`, `expired`, `failed`: nothing of it is left.
 */
export const packageStatuses = [
  'preparing',
  'review',
  'writing',
  'released',
  'delivered',
  'expired',
  'failed',
] as const;
export type PackageStatus = (typeof packageStatuses)[number];

/** A copy of a person's data on its way to them (GDPR Art. 15, 20). Whose it is says its request. */
@Entity('packages')
@PersonalRecord({
  subject: 'contact',
  retention: 'audit',
  purposes: ['accountability'],
  foundBy: 't.request_id IN (SELECT r.id FROM subject_requests r WHERE r.contact_id = $1)',
})
export class Package {
  @PrimaryColumn('uuid')
  @NotPersonal()
  id!: string;

  @Column('uuid')
  @NotPersonal()
  requestId!: string;

  @Column('text')
  @NotPersonal('a fixed word')
  kind!: PackageKind;

  @Column('text')
  @Personal({ category: 'preferences', erasure: 'keep' })
  language!: Language;

  @Column('text')
  @NotPersonal('a fixed word')
  status!: PackageStatus;

  /** Rows read in this stage. */
  @Column('integer')
  @NotPersonal()
  rowsDone!: number;

  @Column('integer', { nullable: true })
  @NotPersonal()
  rowsTotal!: number | null;

  /** Which try counts: an older one stops when it sees another here. */
  @Column('uuid', { nullable: true })
  @NotPersonal()
  attempt!: string | null;

  @Column('timestamptz')
  @NotPersonal()
  progressedAt!: Date;

  @Column('timestamptz')
  @NotPersonal()
  requestedAt!: Date;

  @Column('uuid', { nullable: true })
  @Personal({ category: 'link', erasure: 'keep', exported: false })
  requestedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  @NotPersonal()
  preparedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  @NotPersonal()
  releasedAt!: Date | null;

  @Column('uuid', { nullable: true })
  @Personal({ category: 'link', erasure: 'keep', exported: false })
  releasedBy!: string | null;

  /** Of the token in the person's link. */
  @Column('bytea', { nullable: true })
  @Personal({ category: 'credentials', erasure: 'keep', exported: false })
  tokenDigest!: Buffer | null;

  /** All of it is deleted then. */
  @Column('timestamptz')
  @NotPersonal()
  expiresAt!: Date;

  @Column('timestamptz', { nullable: true })
  @Personal({ category: 'provenance', erasure: 'keep' })
  deliveredAt!: Date | null;
}
