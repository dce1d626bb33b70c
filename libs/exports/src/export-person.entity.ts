import { NotPersonal, Personal, PersonalRecord } from '@seloste/kernel';
import { Entity, PrimaryColumn } from 'typeorm';

/** That a file holds a person. */
@Entity('export_people')
@PersonalRecord({ subject: 'contact', retention: 'audit', purposes: ['accountability'] })
export class ExportPerson {
  @PrimaryColumn('uuid')
  @NotPersonal()
  exportId!: string;

  @PrimaryColumn('uuid')
  @Personal({ category: 'link', erasure: 'delete_row' })
  contactId!: string;
}
