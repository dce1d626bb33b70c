import { ImpersonalRecord } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How fast messages to people leave. One row. */
@Entity('message_settings')
@ImpersonalRecord('numbers')
export class MessageSettings {
  @PrimaryColumn('boolean')
  singleton!: boolean;

  /** At most so many a minute, all processes together; null: as fast as the mail server takes them. */
  @Column('integer', { nullable: true })
  perMinute!: number | null;

  /** How many may leave at once, as of `replenishedAt`. */
  @Column('double precision')
  allowance!: number;

  /** How many the latest asker was given leave for. */
  @Column('integer')
  granted!: number;

  @Column('timestamptz')
  replenishedAt!: Date;

  @Column('integer')
  version!: number;

  @Column('timestamptz')
  updatedAt!: Date;
}
