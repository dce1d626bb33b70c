import { ImpersonalRecord } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A step of a request's way. */
export const requestSteps = [
  'received',
  'linked',
  'assigned',
  'changed',
  'challenged',
  'identified',
  'restricted',
  'restriction_lifting',
  'extended',
  'letter_sent',
  'package_made',
  'package_released',
  'package_delivered',
  'corrected',
  'erasure_begun',
  'objection_recorded',
  'consent_withdrawn',
  'recipients_notified',
  'passed_on',
  'decided',
  'closed',
  'reopened',
] as const;
export type RequestStep = (typeof requestSteps)[number];

/** The trail of a request: what happened, when and by whom; ids and codes only. Append-only. */
@Entity('subject_request_events')
@ImpersonalRecord('ids, times and fixed words; who is meant stands in the request')
export class RequestEvent {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  requestId!: string;

  @Column('text')
  step!: RequestStep;

  /** A code that tells more of the step, such as a refusal's ground or a letter's kind. */
  @Column('text', { nullable: true })
  code!: string | null;

  /** What the step made or changed. */
  @Column('text', { nullable: true })
  aboutType!: string | null;

  @Column('uuid', { nullable: true })
  aboutId!: string | null;

  @Column('timestamptz')
  at!: Date;

  /** Null: the person, or the software itself. */
  @Column('uuid', { nullable: true })
  by!: string | null;
}
