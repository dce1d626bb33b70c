import { ImpersonalRecord, NotPersonal } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export const oidcKinds = ['microsoft', 'google', 'other'] as const;
export type OidcKind = (typeof oidcKinds)[number];

/** Somebody who vouches for our users by OpenID Connect: Microsoft Entra, Google Workspace or another. */
@Entity('oidc_providers')
@ImpersonalRecord('settings of the installation; who set them is in the audit record')
export class OidcProvider {
  @PrimaryColumn('uuid')
  @NotPersonal()
  id!: string;

  @Column('text')
  @NotPersonal()
  kind!: OidcKind;

  /** As the button on the login page says. */
  @Column('text')
  @NotPersonal()
  name!: string;

  /** The issuer's identifier, a URL. */
  @Column('text')
  @NotPersonal()
  issuer!: string;

  @Column('text')
  @NotPersonal()
  clientId!: string;

  /** See {@link OidcClients}. */
  @Column('text')
  @NotPersonal('a secret of the installation')
  sealedClientSecret!: string;

  /** Only people of these domains may come in; lower case, in ASCII. */
  @Column('text', { array: true })
  @NotPersonal()
  allowedDomains!: string[];

  @Column('integer')
  @NotPersonal()
  version!: number;

  @Column('timestamptz')
  @NotPersonal()
  createdAt!: Date;

  @Column('timestamptz')
  @NotPersonal()
  updatedAt!: Date;

  /** Marks that the record differs from what others have read (If-Match). */
  changedAt(at: Date): void {
    this.version += 1;
    this.updatedAt = at;
  }
}
