import { NotPersonal, Personal, PersonalRecord, type AddressType } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('company_addresses')
@PersonalRecord({
  subject: 'company',
  retention: 'relationship',
  purposes: ['customer_relationship', 'invoicing'],
})
export class CompanyAddress {
  @PrimaryColumn('uuid')
  @NotPersonal()
  id!: string;

  @Column('uuid')
  @Personal({ category: 'link', erasure: 'delete_row' })
  companyId!: string;

  @Column('smallint')
  @NotPersonal()
  position!: number;

  @Column('text')
  @Personal({ category: 'contact_details', erasure: 'delete_row' })
  type!: AddressType;

  @Column('text', { nullable: true })
  @Personal({ category: 'contact_details', erasure: 'delete_row' })
  street!: string | null;

  @Column('text', { nullable: true })
  @Personal({ category: 'contact_details', erasure: 'delete_row' })
  postalCode!: string | null;

  @Column('text', { nullable: true })
  @Personal({ category: 'contact_details', erasure: 'delete_row' })
  city!: string | null;

  @Column('char', { length: 2 })
  @Personal({ category: 'contact_details', erasure: 'delete_row' })
  country!: string;
}
