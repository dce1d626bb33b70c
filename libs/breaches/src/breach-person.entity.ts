import { NotPersonal, Personal, PersonalRecord } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person whose data a breach was about, and how they were told (GDPR Art. 34). */
@Entity('breach_people')
@PersonalRecord({ subject: 'contact', retention: 'relationship', purposes: ['accountability', 'security'] })
export class BreachPerson {
  @PrimaryColumn('uuid')
  @NotPersonal()
  breachId!: string;

  @PrimaryColumn('uuid')
  @Personal({ category: 'link', erasure: 'delete_row' })
  contactId!: string;

  /** Follows the person's, by foreign key. */
  @Column({ type: 'boolean', insert: false, update: false })
  @NotPersonal('a copy of the person’s flag')
  restricted!: boolean;

  /** `audit`: the record of looks and acts led to them. */
  @Column('text')
  @NotPersonal('a fixed word')
  foundBy!: 'audit' | 'by_hand';

  @Column('timestamptz', { nullable: true })
  @Personal({ category: 'provenance', erasure: 'delete_row' })
  toldAt!: Date | null;

  /** The message in the outbox. */
  @Column('uuid', { nullable: true })
  @NotPersonal()
  mailId!: string | null;
}
