import { NotPersonal, Personal, PersonalRecord } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One message to one webhook, waiting, delivered or given up; written by a trigger with the act itself. Kept for 30 days. */
@Entity('webhook_deliveries')
@PersonalRecord({ subject: 'contact', retention: 'mail', purposes: ['accountability'] })
export class WebhookDelivery {
  /** Also the message's id for the receiver, the same at every attempt. */
  @PrimaryColumn('uuid')
  @NotPersonal()
  id!: string;

  @Column('uuid')
  @NotPersonal()
  webhookId!: string;

  @Column('text')
  @NotPersonal()
  event!: string;

  @Column('text')
  @NotPersonal()
  subjectType!: string;

  @Column('uuid', { nullable: true })
  @Personal({ category: 'link', erasure: 'keep', exported: false })
  subjectId!: string | null;

  @Column('timestamptz')
  @NotPersonal()
  occurredAt!: Date;

  @Column('integer')
  @NotPersonal()
  attempts!: number;

  /** Null once it is delivered or given up. */
  @Column('timestamptz', { nullable: true })
  @NotPersonal()
  nextAttemptAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  @NotPersonal()
  deliveredAt!: Date | null;

  /** When it was given up. */
  @Column('timestamptz', { nullable: true })
  @NotPersonal()
  failedAt!: Date | null;

  /** The HTTP status of the latest answer. */
  @Column('integer', { nullable: true })
  @NotPersonal()
  lastStatus!: number | null;

  /** Why the latest attempt failed. */
  @Column('text', { nullable: true })
  @NotPersonal('a code')
  lastProblem!: string | null;
}
