import { NotPersonal, Personal, PersonalRecord, type Permission } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** With it a program acts for a user, within its scopes and never beyond what the user may. We keep its SHA-256. */
@Entity('api_tokens')
@PersonalRecord({ subject: 'user', retention: 'account', purposes: ['security'] })
export class ApiToken {
  @PrimaryColumn('uuid')
  @NotPersonal()
  id!: string;

  @Column('uuid')
  @Personal({ category: 'link', erasure: 'delete_row' })
  userId!: string;

  /** What the user calls it. */
  @Column('text')
  @Personal({ category: 'usage', erasure: 'delete_row' })
  name!: string;

  @Column('bytea')
  @Personal({ category: 'credentials', erasure: 'delete_row', exported: false })
  tokenHash!: Buffer;

  /** The first characters of the token, to tell it from others. */
  @Column('text')
  @NotPersonal()
  hint!: string;

  @Column('text', { array: true })
  @NotPersonal()
  scopes!: Permission[];

  @Column('timestamptz')
  @Personal({ category: 'usage', erasure: 'delete_row' })
  createdAt!: Date;

  @Column('timestamptz')
  @NotPersonal()
  expiresAt!: Date;

  /** Exact to ten minutes; null: never. */
  @Column('timestamptz', { nullable: true })
  @Personal({ category: 'usage', erasure: 'delete_row' })
  usedAt!: Date | null;
}
