import { NotPersonal, Personal, PersonalRecord } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A word that left an entry and may be in no other: looked at, and gone, with the next run of ForgetWords. */
@Entity('search_released_words')
@PersonalRecord({
  subject: 'contact',
  retention: 'relationship',
  purposes: ['customer_relationship'],
  foundBy: 'derived',
})
export class ReleasedWord {
  @PrimaryColumn('bigint', { generated: 'identity' })
  @NotPersonal()
  id!: string;

  @Column('text')
  @NotPersonal()
  kind!: string;

  @Column('text')
  @Personal({ category: 'identity', erasure: 'delete_row', exported: false })
  word!: string;
}
