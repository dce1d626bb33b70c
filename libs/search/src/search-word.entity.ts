import { NotPersonal, Personal, PersonalRecord } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A word that some entry holds, for finding parts of words and mistyped ones. Dropped when no entry holds it any more. */
@Entity('search_words')
@PersonalRecord({
  subject: 'contact',
  retention: 'relationship',
  purposes: ['customer_relationship'],
  foundBy: 'derived',
})
export class SearchWord {
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
