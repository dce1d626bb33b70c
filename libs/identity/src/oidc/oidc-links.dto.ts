import { Reference } from '@seloste/platform';

/** A provider with which the signed-in user signs in. */
export class OidcLinkResponse {
  id!: string;
  provider!: Reference;
  linkedAt!: Date;
  /** Of the latest login there. */
  usedAt!: Date;
}

export class OidcLinkList {
  items!: OidcLinkResponse[];
}
