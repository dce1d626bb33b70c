import { NotPersonal, Personal, PersonalRecord } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One version of the confidentiality undertaking, in every language (C5, K5). Never changed: a new text is a new version. */
@Entity('undertakings')
@PersonalRecord({ subject: 'user', retention: 'account', purposes: ['security', 'accountability'] })
export class Undertaking {
  @PrimaryColumn('uuid')
  @NotPersonal()
  id!: string;

  /** 1, 2, 3 …; the highest is the one to be accepted. */
  @Column('integer')
  @NotPersonal()
  version!: number;

  @Column('text')
  @NotPersonal('a text of the company')
  fi!: string;

  @Column('text')
  @NotPersonal('a text of the company')
  sv!: string;

  @Column('text')
  @NotPersonal('a text of the company')
  en!: string;

  @Column('timestamptz')
  @NotPersonal()
  publishedAt!: Date;

  /** Null: the software, with the text that it brings along. */
  @Column('uuid', { nullable: true })
  @Personal({ category: 'link', erasure: 'keep', exported: false })
  publishedBy!: string | null;
}
