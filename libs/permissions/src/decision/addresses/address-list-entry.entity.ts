import { ImpersonalRecord } from '@seloste/kernel';
import { Entity, PrimaryColumn } from 'typeorm';

/** A domain of private mailboxes, or a local part behind which a company answers: general knowledge, filled in at start. */
@Entity('address_lists')
@ImpersonalRecord('general knowledge about addresses, of nobody’s')
export class AddressListEntry {
  @PrimaryColumn('text')
  list!: 'private_domain' | 'shared_local_part';

  @PrimaryColumn('text')
  entry!: string;
}
