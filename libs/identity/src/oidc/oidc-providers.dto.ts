import { ApiProperty } from '@nestjs/swagger';
import { NotNull, OneOf, Text } from '@seloste/platform';
import { ArrayMaxSize, ArrayNotEmpty, IsArray, Matches } from 'class-validator';
import { oidcKinds, type OidcKind } from './oidc-provider.entity.js';

const domain = /^(?=.{4,253}$)([\p{L}\p{N}]([\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,63}$/u;

export class PutOidcProvider {
  @OneOf(oidcKinds)
  kind!: OidcKind;

  /** As the button on the login page says. */
  @Text(60)
  name!: string;

  /** For Microsoft `https://login.microsoftonline.com/<tenant id>/v2.0`, for Google `https://accounts.google.com`. */
  @Text(300)
  issuer!: string;

  @Text(300)
  clientId!: string;

  /** Required for a new provider; left out, the one that is known stays. Never given out again. */
  @NotNull()
  @Text(1000)
  clientSecret?: string;

  /** Only people of these domains may come in. For Google: the domains of the Workspace. */
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(50)
  @Text(253, true)
  @Matches(domain, { each: true, message: 'must be a domain, for example havukka.fi' })
  allowedDomains!: string[];
}

/** A provider as administrators see it. */
export class OidcProviderSettings {
  id!: string;
  @ApiProperty({ type: String, enum: oidcKinds })
  kind!: OidcKind;
  name!: string;
  issuer!: string;
  clientId!: string;
  allowedDomains!: string[];
  /** To be registered with the provider. */
  redirectUri!: string;
  version!: number;
}

export class OidcProviderSettingsList {
  items!: OidcProviderSettings[];
}

/** A provider as the login page shows it. */
export class OidcProviderButton {
  id!: string;
  name!: string;
  @ApiProperty({ type: String, enum: oidcKinds })
  kind!: OidcKind;
}

export class OidcProviderButtons {
  items!: OidcProviderButton[];
}
