import { NotPersonal, Personal, PersonalRecord, type Language } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export const themes = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

export const userKinds = ['staff', 'outside'] as const;
export type UserKind = (typeof userKinds)[number];

/** Somebody who works with the register, under a personal name and password (P10). Never deleted: the audit names them. */
@Entity('users')
@PersonalRecord({ subject: 'user', retention: 'account', purposes: ['security', 'accountability'] })
export class User {
  @PrimaryColumn('uuid')
  @NotPersonal()
  id!: string;

  @Column('text')
  @Personal({ category: 'identity', erasure: 'pseudonymise' })
  name!: string;

  @Column('text')
  @Personal({ category: 'contact_details', erasure: 'pseudonymise' })
  email!: string;

  /** argon2id, in PHC form; null for who signs in without a password. */
  @Column('text', { nullable: true })
  @Personal({ category: 'credentials', erasure: 'clear', exported: false })
  passwordHash!: string | null;

  @Column('text')
  @Personal({ category: 'preferences', erasure: 'keep' })
  language!: Language;

  @Column('text')
  @Personal({ category: 'preferences', erasure: 'keep' })
  theme!: Theme;

  /** What they do here; when it changes, their grants end (K5). */
  @Column('text', { nullable: true })
  @Personal({ category: 'work_role', erasure: 'clear' })
  duty!: string | null;

  /** Somebody from outside (an accountant, support) gets in for a set time only. */
  @Column('text')
  @Personal({ category: 'work_role', erasure: 'keep' })
  kind!: UserKind;

  @Column('timestamptz', { nullable: true })
  @Personal({ category: 'usage', erasure: 'keep' })
  deactivatedAt!: Date | null;

  @Column('uuid', { nullable: true })
  @Personal({ category: 'link', erasure: 'keep', exported: false })
  deactivatedBy!: string | null;

  @Column('integer')
  @NotPersonal()
  version!: number;

  @Column('timestamptz')
  @NotPersonal()
  createdAt!: Date;

  @Column('timestamptz')
  @NotPersonal()
  updatedAt!: Date;

  get isActive(): boolean {
    return this.deactivatedAt === null;
  }

  /** Shuts the account. Doing it twice keeps the first time and name. */
  deactivate(at: Date, by: string | null): void {
    if (!this.isActive) return;
    this.deactivatedAt = at;
    this.deactivatedBy = by;
  }

  reactivate(): void {
    this.deactivatedAt = null;
    this.deactivatedBy = null;
  }

  /** Marks that the record differs from what others have read (If-Match). */
  changedAt(at: Date): void {
    this.version += 1;
    this.updatedAt = at;
  }
}
