import { NotPersonal, Personal, PersonalRecord } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a search reads of one record; written by triggers alone. Never under row-level security: who must not be found has no row. */
@Entity('search_entries')
@PersonalRecord({
  subject: 'contact',
  retention: 'relationship',
  purposes: ['customer_relationship'],
  foundBy: 'derived',
})
export class SearchEntry {
  @PrimaryColumn('uuid')
  @Personal({ category: 'link', erasure: 'delete_row', exported: false })
  refId!: string;

  @PrimaryColumn('text')
  @NotPersonal()
  kind!: 'contact' | 'company' | 'interaction';

  @Column('tsvector')
  @Personal({ category: 'identity', erasure: 'delete_row', exported: false })
  words!: string;

  @Column('timestamptz')
  @Personal({ category: 'communication', erasure: 'delete_row', exported: false })
  activeAt!: Date;

  @Column('boolean')
  @NotPersonal()
  archived!: boolean;
}
