import { NotPersonal, Personal, PersonalRecord } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The key that outgoing mail is signed with. There is at most one. */
@Entity('dkim_keys')
@PersonalRecord({ subject: 'user', retention: 'account', purposes: ['accountability'] })
export class DkimKey {
  @PrimaryColumn('uuid')
  @NotPersonal()
  id!: string;

  /** Always true, and unique: the database holds no second row. */
  @Column('boolean')
  @NotPersonal()
  singleton!: boolean;

  @Column('text')
  @NotPersonal('the domain of the company')
  domainName!: string;

  @Column('text')
  @NotPersonal()
  keySelector!: string;

  @Column('text')
  @NotPersonal('a secret of the installation')
  sealedPrivateKey!: string;

  /** SPKI, base64: what is published. */
  @Column('text')
  @NotPersonal('published by its nature')
  publicKey!: string;

  @Column('timestamptz')
  @NotPersonal()
  createdAt!: Date;

  @Column('uuid', { nullable: true })
  @Personal({ category: 'link', erasure: 'keep', exported: false })
  createdBy!: string | null;
}
