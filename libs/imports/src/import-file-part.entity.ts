import { NotPersonal, Personal, PersonalRecord } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * A piece of an uploaded file as it came. Kept until the run has read it: gone with the last row, with the import when
 * it is deleted, or after thirty days.
 */
@Entity('import_file_parts')
@PersonalRecord({
  subject: 'contact',
  retention: 'import',
  purposes: ['customer_relationship'],
  foundBy: 't.import_id IN (SELECT o.import_id FROM import_rows_of($1) o)',
})
export class ImportFilePart {
  @PrimaryColumn('uuid')
  @NotPersonal()
  importId!: string;

  @PrimaryColumn('integer')
  @NotPersonal()
  position!: number;

  @Column('bytea')
  @Personal({ category: 'contact_details', erasure: 'delete_row', exported: false })
  bytes!: Buffer;
}
