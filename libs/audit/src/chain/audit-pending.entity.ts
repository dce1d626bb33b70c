import { ImpersonalRecord } from '@seloste/kernel';
import { Entity, PrimaryColumn } from 'typeorm';

/** An event that waits for its link; a trigger adds it with the event. */
@Entity('audit_pending')
@ImpersonalRecord('ids of events, for seconds')
export class AuditPending {
  @PrimaryColumn('uuid')
  eventId!: string;
}
