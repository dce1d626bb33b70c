import { NotPersonal, Personal, PersonalRecord } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { WebhookEvent } from './webhook-events.js';

/** Another system that is told about acts. */
@Entity('webhooks')
@PersonalRecord({ subject: 'user', retention: 'account', purposes: ['accountability'] })
export class Webhook {
  @PrimaryColumn('uuid')
  @NotPersonal()
  id!: string;

  @Column('text')
  @NotPersonal('the address of a system')
  url!: string;

  @Column('text', { array: true })
  @NotPersonal()
  events!: WebhookEvent[];

  /** Signs what is sent. */
  @Column('text')
  @NotPersonal('a secret of the installation')
  sealedSecret!: string;

  @Column('timestamptz')
  @NotPersonal()
  createdAt!: Date;

  @Column('uuid', { nullable: true })
  @Personal({ category: 'link', erasure: 'keep', exported: false })
  createdBy!: string | null;

  /** Nothing has come through since. */
  @Column('timestamptz', { nullable: true })
  @NotPersonal()
  failingSince!: Date | null;

  @Column('timestamptz', { nullable: true })
  @NotPersonal()
  disabledAt!: Date | null;

  /** Null: by itself, after failing for long. */
  @Column('uuid', { nullable: true })
  @Personal({ category: 'link', erasure: 'keep', exported: false })
  disabledBy!: string | null;

  get isEnabled(): boolean {
    return this.disabledAt === null;
  }

  /** Sends nothing from now on. Doing it twice keeps the first time and name. */
  disable(at: Date, by: string | null): void {
    if (!this.isEnabled) return;
    this.disabledAt = at;
    this.disabledBy = by;
  }

  /** Sends again what happens from now on. */
  enable(): void {
    this.disabledAt = null;
    this.disabledBy = null;
    this.failingSince = null;
  }
}
