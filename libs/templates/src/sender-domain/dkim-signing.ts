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

interface Row {
  id: string;
  domainName: string;
  keySelector: string;
  sealed: string;
}

/** What outgoing mail is signed with (RFC 6376). */
@Injectable()
export class DkimSigning {
  constructor(
    private readonly database: Database,
    private readonly sealer: Sealer,
  ) {}

  /** The key in use; null when mail is not signed by us, or the key was sealed by another installation. */
  async current(): Promise<DkimSigner | null> {
    const [row] = await this.database.read<Row>(
      `SELECT id, domain_name AS "domainName", key_selector AS "keySelector", sealed_private_key AS sealed FROM dkim_keys`,
    );
    if (!row) return null;
    const privateKey = this.sealer.open(row.sealed, dkimKeyUse, row.id);
    return privateKey === null
      ? null
      : { domainName: row.domainName, keySelector: row.keySelector, privateKey };
  }
}
