import { NotPersonal, Personal, PersonalRecord } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An address that a mail server said takes no mail: a keyed digest, so that no path leads from it to a person. */
@Entity('undeliverable_addresses')
@PersonalRecord({ subject: 'contact', retention: 'suppression', purposes: ['accountability'] })
export class UndeliverableAddress {
  @PrimaryColumn('bytea')
  @Personal({ category: 'contact_details', erasure: 'keep', exported: false })
  digest!: Buffer;

  @Column('timestamptz')
  @NotPersonal()
  since!: Date;

  /** The server's status code, for example `5.1.1`. */
  @Column('text')
  @NotPersonal()
  status!: string;
}
