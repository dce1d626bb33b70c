import { NotPersonal, Personal, PersonalRecord } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How the person got to know that we hold data about them. */
export const noticeWays = ['message', 'notice_mail', 'told_in_person', 'already_knew'] as const;
export type NoticeWay = (typeof noticeWays)[number];

/** Who did not give the data themselves has to be told: at first contact, at the latest in a month (GDPR Art. 14(3)). */
@Entity('notice_duties')
@PersonalRecord({ subject: 'contact', retention: 'relationship', purposes: ['accountability'] })
export class NoticeDuty {
  @PrimaryColumn('uuid')
  @NotPersonal()
  id!: string;

  @Column('uuid')
  @Personal({ category: 'link', erasure: 'keep' })
  contactId!: string;

  /** Follows the person's, by foreign key. */
  @Column({ type: 'boolean', insert: false, update: false })
  @NotPersonal('a copy of the person’s flag')
  restricted!: boolean;

  @Column('timestamptz')
  @Personal({ category: 'provenance', erasure: 'keep' })
  arisenAt!: Date;

  @Column('date')
  @Personal({ category: 'provenance', erasure: 'keep' })
  dueOn!: string;

  /** Null while the person has not been told. */
  @Column('timestamptz', { nullable: true })
  @Personal({ category: 'provenance', erasure: 'keep' })
  dischargedAt!: Date | null;

  @Column('text', { nullable: true })
  @Personal({ category: 'provenance', erasure: 'keep' })
  dischargedVia!: NoticeWay | null;

  @Column('text', { nullable: true })
  @Personal({ category: 'provenance', erasure: 'redact' })
  note!: string | null;

  /** The message or letter that told them, or that is on its way to. */
  @Column('uuid', { nullable: true })
  @NotPersonal()
  messageId!: string | null;

  @Column('uuid', { nullable: true })
  @Personal({ category: 'link', erasure: 'keep', exported: false })
  dischargedBy!: string | null;
}
