import { ImpersonalRecord, type Language } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody typed an address to see their data, and has not been answered yet. Goes with the answer. */
@Entity('my_data_calls')
@ImpersonalRecord(
  'An address that only the answer opens: nobody is found by it, and it is gone when it is answered.',
)
export class MyDataCall {
  @PrimaryColumn('uuid')
  id!: string;

  /** Sealed for the answer alone. */
  @Column('text')
  sealedAddress!: string;

  /** In which the page was read. */
  @Column('text')
  language!: Language;

  @Column('timestamptz')
  askedAt!: Date;
}
