import { NotPersonal, Personal, PersonalRecord, type ProductStatus } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A product that the company is interested in, uses or has bought (K1, H2). */
@Entity('company_products')
@PersonalRecord({
  subject: 'company',
  retention: 'relationship',
  purposes: ['customer_relationship', 'direct_marketing'],
})
export class CompanyProduct {
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
  @Personal({ category: 'preferences', erasure: 'delete_row' })
  name!: string;

  @Column('text')
  @Personal({ category: 'preferences', erasure: 'delete_row' })
  status!: ProductStatus;
}
