import { NotPersonal, Personal, PersonalRecord } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A text that messages are made from, in up to three languages, for one purpose. */
@Entity('templates')
@PersonalRecord({ subject: 'user', retention: 'account', purposes: ['accountability'] })
export class Template {
  @PrimaryColumn('uuid')
  @NotPersonal()
  id!: string;

  @Column('text')
  @NotPersonal('what a text is called')
  name!: string;

  @Column('text')
  @NotPersonal()
  purpose!: string;

  @Column('integer')
  @NotPersonal()
  version!: number;

  @Column('timestamptz')
  @NotPersonal()
  createdAt!: Date;

  @Column('uuid', { nullable: true })
  @Personal({ category: 'link', erasure: 'keep', exported: false })
  createdBy!: string | null;

  @Column('timestamptz')
  @NotPersonal()
  updatedAt!: Date;

  /** Chosen no more; what was made from it keeps its version. */
  @Column('timestamptz', { nullable: true })
  @NotPersonal()
  removedAt!: Date | null;

  @Column('uuid', { nullable: true })
  @Personal({ category: 'link', erasure: 'keep', exported: false })
  removedBy!: string | null;
}
