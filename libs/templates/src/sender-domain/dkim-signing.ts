import { Injectable } from '@nestjs/common';
import { Database, Sealer } from '@seloste/platform';

export const dkimKeyUse = 'DKIM key';

/** As nodemailer takes it. */
export interface DkimSigner {
  domainName: string;
  keySelector: string;
  /** PEM. */
  privateKey: string;
}

/** What receivers have to find: base64 of the DER of the public key. */
export type PublishedKey = Omit<DkimSigner, 'privateKey'> & { publicKey: string };

type Row = PublishedKey & { id: string; sealed: string };

/** What outgoing mail is signed with (RFC 6376). */
@Injectable()
export class DkimSigning {
  constructor(
    private readonly database: Database,
    private readonly sealer: Sealer,
  ) {}

  /** The key in use; null when mail is not signed by us, or the key was sealed by another installation. */
  async current(): Promise<DkimSigner | null> {
    const row = await this.row();
    if (!row) return null;
    const { id, domainName, keySelector, sealed } = row;
    const privateKey = this.sealer.open(sealed, dkimKeyUse, id);
    return privateKey === null ? null : { domainName, keySelector, privateKey };
  }

  async published(): Promise<PublishedKey | null> {
    const row = await this.row();
    return row
      ? { domainName: row.domainName, keySelector: row.keySelector, publicKey: row.publicKey }
      : null;
  }

  private async row(): Promise<Row | undefined> {
    const [row] = await this.database.read<Row>(
      `SELECT id, domain_name AS "domainName", key_selector AS "keySelector", public_key AS "publicKey",
         sealed_private_key AS sealed FROM dkim_keys`,
    );
    return row;
  }
}

/** The record that receivers look for, as it goes into the name server. */
export const dkimRecordOf = ({ domainName, keySelector, publicKey }: PublishedKey) => ({
  name: `${keySelector}._domainkey.${domainName}`,
  type: 'TXT' as const,
  value: `v=DKIM1; k=rsa; p=${publicKey}`,
});
