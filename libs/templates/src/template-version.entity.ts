import { NotPersonal, Personal, PersonalRecord } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The contents of a template as they were from one edit to the next. Never changed. */
@Entity('template_versions')
@PersonalRecord({ subject: 'user', retention: 'account', purposes: ['accountability'] })
export class TemplateVersion {
  @PrimaryColumn('uuid')
  @NotPersonal()
  id!: string;

  @Column('uuid')
  @NotPersonal()
  templateId!: string;

  @Column('integer')
  @NotPersonal()
  number!: number;

  /** Says what its foot says, so it belongs to the version. */
  @Column('text')
  @NotPersonal()
  purpose!: string;

  @Column('timestamptz')
  @NotPersonal()
  createdAt!: Date;

  @Column('uuid', { nullable: true })
  @Personal({ category: 'link', erasure: 'keep', exported: false })
  createdBy!: string | null;
}
