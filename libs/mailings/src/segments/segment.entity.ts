import {
  NotPersonal,
  Personal,
  PersonalRecord,
  type Language,
  type ProductStatus,
  type Purpose,
  type RelationshipStatus,
} from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What the people of a segment have in common; several filters narrow it down, several values of one widen it. */
export interface SegmentFilters {
  companyIds?: string[];
  industry?: string;
  relationship?: RelationshipStatus;
  areasOfResponsibility?: string[];
  products?: string[];
  productStatus?: ProductStatus;
  languages?: Language[];
  tags?: string[];
  /** Calendar days, `YYYY-MM-DD`. */
  lastContactBefore?: string;
  lastContactAfter?: string;
  ownerIds?: string[];
}

/** People by what they have in common: found anew whenever it is asked for, never kept as a list. */
@Entity('segments')
@PersonalRecord({ subject: 'user', retention: 'account', purposes: ['direct_marketing'] })
export class Segment {
  @PrimaryColumn('uuid')
  @NotPersonal()
  id!: string;

  @Column('text')
  @NotPersonal('what people have in common')
  name!: string;

  @Column('jsonb')
  @NotPersonal('companies, owners and words of the register; nobody in particular')
  filters!: SegmentFilters;

  /** Which kind of profiling it is; who objected to it is left out (H12, GDPR Art. 21, 22). */
  @Column('text', { nullable: true })
  @NotPersonal()
  profilingPurpose!: Purpose | null;

  @Column('integer')
  @NotPersonal()
  version!: number;

  @Column('timestamptz')
  @NotPersonal()
  createdAt!: Date;

  @Column('uuid', { nullable: true })
  @Personal({ category: 'link', erasure: 'keep' })
  createdBy!: string | null;

  @Column('timestamptz')
  @NotPersonal()
  updatedAt!: Date;
}
