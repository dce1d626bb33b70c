import { NotPersonal, Personal, PersonalRecord } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A piece of a file that waits for its maker, sealed; gone when it was fetched or has expired. */
@Entity('export_parts')
@PersonalRecord({ subject: 'contact', retention: 'export', purposes: ['accountability'] })
export class ExportPart {
  @PrimaryColumn('uuid')
  @NotPersonal()
  exportId!: string;

  @PrimaryColumn('integer')
  @NotPersonal()
  position!: number;

  @Column('text')
  @Personal({ category: 'identity', erasure: 'delete_row', exported: false })
  sealed!: string;
}
