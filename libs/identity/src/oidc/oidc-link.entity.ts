import { NotPersonal, Personal, PersonalRecord } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Under which name a provider knows a user. It stays right when the user's e-mail address changes there. */
@Entity('oidc_links')
@PersonalRecord({ subject: 'user', retention: 'account', purposes: ['security'] })
export class OidcLink {
  @PrimaryColumn('uuid')
  @NotPersonal()
  id!: string;

  @Column('uuid')
  @Personal({ category: 'link', erasure: 'delete_row' })
  userId!: string;

  @Column('uuid')
  @NotPersonal()
  providerId!: string;

  /** The claim `sub`: the provider's own name for the user, never given to another. */
  @Column('text')
  @Personal({ category: 'identity', erasure: 'delete_row' })
  subject!: string;

  @Column('timestamptz')
  @Personal({ category: 'usage', erasure: 'delete_row' })
  linkedAt!: Date;

  /** Of the latest login. */
  @Column('timestamptz')
  @Personal({ category: 'usage', erasure: 'delete_row' })
  usedAt!: Date;
}
