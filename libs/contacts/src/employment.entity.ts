import { NotPersonal, Personal, PersonalRecord } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Where a person works or has worked. At most one is current: the one without an end. */
@Entity('employments')
@PersonalRecord({
  subject: 'contact',
  retention: 'relationship',
  purposes: ['customer_relationship'],
  staysWithPerson: true,
})
export class Employment {
  @PrimaryColumn('uuid')
  @NotPersonal()
  id!: string;

  @Column('uuid')
  @Personal({ category: 'link', erasure: 'delete_row' })
  contactId!: string;

  @Column('uuid')
  @Personal({ category: 'work_role', erasure: 'delete_row' })
  companyId!: string;

  @Column('text', { nullable: true })
  @Personal({ category: 'work_role', erasure: 'delete_row' })
  title!: string | null;

  @Column('date', { nullable: true })
  @Personal({ category: 'work_role', erasure: 'delete_row' })
  startedOn!: string | null;

  @Column('date', { nullable: true })
  @Personal({ category: 'work_role', erasure: 'delete_row' })
  endedOn!: string | null;

  /** Follows the person's, by foreign key. */
  @Column({ type: 'boolean', insert: false, update: false })
  @NotPersonal('a copy of the person’s flag')
  restricted!: boolean;
}
