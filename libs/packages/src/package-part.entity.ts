import { NotPersonal, Personal, PersonalRecord } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A piece of a package's file, sealed; gone when it was fetched or has expired. */
@Entity('package_parts')
@PersonalRecord({
  subject: 'contact',
  retention: 'export',
  purposes: ['accountability'],
  foundBy:
    't.package_id IN (SELECT p.id FROM packages p JOIN subject_requests r ON r.id = p.request_id WHERE r.contact_id = $1)',
})
export class PackagePart {
  @PrimaryColumn('uuid')
  @NotPersonal()
  packageId!: string;

  @PrimaryColumn('integer')
  @NotPersonal()
  position!: number;

  @Column('text')
  @Personal({ category: 'identity', erasure: 'delete_row', exported: false })
  sealed!: string;
}
