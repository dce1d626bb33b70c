import { NotPersonal, Personal, PersonalRecord } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One e-mail address (lower case) or phone number (E.164) of a person; position 0 is the first choice. */
@Entity('contact_points')
@PersonalRecord({
  subject: 'contact',
  retention: 'relationship',
  purposes: ['customer_relationship', 'direct_marketing'],
})
export class ContactPoint {
  @PrimaryColumn('uuid')
  @Personal({ category: 'link', erasure: 'delete_row' })
  contactId!: string;

  @PrimaryColumn('text')
  @NotPersonal()
  kind!: 'email' | 'phone';

  @PrimaryColumn('smallint')
  @NotPersonal()
  position!: number;

  @Column('text')
  @Personal({ category: 'contact_details', erasure: 'delete_row' })
  value!: string;

  /** Keyed digest of the normalised value, by which suppressed addresses are known again. */
  @Column('bytea')
  @Personal({ category: 'contact_details', erasure: 'delete_row', exported: false })
  digest!: Buffer;

  /** Follows the person's, by foreign key. */
  @Column({ type: 'boolean', insert: false, update: false })
  @NotPersonal('a copy of the person’s flag')
  restricted!: boolean;
}
