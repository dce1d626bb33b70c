import { ApiProperty } from '@nestjs/swagger';
import { OneOf, Text } from '@seloste/platform';
import { Matches } from 'class-validator';
import { findingStates, type FindingCode } from './findings.js';

export class DnsRecord {
  name!: string;
  @OneOf(['TXT'])
  type!: 'TXT';
  value!: string;
}

export class FindingResponse {
  @OneOf(findingStates)
  status!: (typeof findingStates)[number];
  /** Stable; `ok` when nothing is to be done. */
  @ApiProperty({ type: String })
  code!: FindingCode;
  /** As it was found. */
  record!: string | null;
  /** What it means and what to do, in the caller's language. */
  advice!: string;
  /** To put into the name server. */
  suggestion!: DnsRecord | null;
}

/** What we sign with, and where receivers look for the public key. */
export class DkimSigningResponse {
  domainName!: string;
  keySelector!: string;
  record!: DnsRecord;
}

export class SenderDomainResponse {
  /** Null when there is no sender address yet. */
  domain!: string | null;
  /** Nothing is missing or wrong. Mail goes out all the same; receivers may refuse it. */
  isReady!: boolean;
  spf!: FindingResponse;
  dkim!: FindingResponse;
  dmarc!: FindingResponse;
  signing!: DkimSigningResponse | null;
  checkedAt!: Date;
}

const label = '[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?';

export class ChooseDkim {
  /** The domain that mail comes from, in ASCII. */
  @Text(253)
  @Matches(new RegExp(`^${label}(\\.${label})+$`), { message: 'must be a domain name in lower case' })
  domainName!: string;

  /** Names the key in the name server, for example `seloste1`; a new key needs a new one. */
  @Text(63)
  @Matches(new RegExp(`^${label}$`), { message: 'must be letters, digits and hyphens' })
  keySelector!: string;
}
