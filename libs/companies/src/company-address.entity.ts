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
  @Personal({ category: 'link', erasure: 'keep' })
  companyId!: string;

  @Column('smallint')
  @NotPersonal()
  position!: number;

  @Column('text')
  @Personal({ category: 'contact_details', erasure: 'keep' })
  type!: AddressType;

  @Column('text', { nullable: true })
  @Personal({ category: 'contact_details', erasure: 'clear' })
  street!: string | null;

  @Column('text', { nullable: true })
  @Personal({ category: 'contact_details', erasure: 'clear' })
  postalCode!: string | null;

  @Column('text', { nullable: true })
  @Personal({ category: 'contact_details', erasure: 'generalise' })
  city!: string | null;

  @Column('char', { length: 2 })
  @Personal({ category: 'contact_details', erasure: 'keep' })
  country!: string;
}
