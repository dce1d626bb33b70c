import { ApiProperty } from '@nestjs/swagger';
import { languages, type Channel, type Language } from '@seloste/kernel';
import { Instant, NotNull, OneOf, OptionalText, PastDay, Reference, Text } from '@seloste/platform';
import { IsBoolean, IsOptional } from 'class-validator';
import { objectionWays, type ObjectionWay } from '../objections/objection.entity.js';
import { anyChannel, waysToStaff } from '../objections/objections.dto.js';
import { consentWays, type ConsentWay } from './consent.entity.js';

/** How staff obtain a "yes"; the other ways are the person's own. */
const obtainedByStaff = consentWays.filter((way) => way !== 'preference_page' && way !== 'import');

/** What somebody said yes to, how and when. */
export class RecordConsent {
  @OneOf(anyChannel)
  channel!: Channel | 'all';

  /** A purpose's key. */
  @Text(40)
  purpose!: string;

  /** The exact text that they said yes to, or the id of a wording that is known. */
  @Text(10_000)
  wording!: string;

  /** Of the wording. */
  @OneOf(languages)
  language!: Language;

  @OneOf(obtainedByStaff)
  obtainedVia!: ConsentWay;

  /** When they said so; now when left out. */
  @NotNull()
  @Instant()
  obtainedAt?: Date;

  /** Where it can be seen: an event, a contract, who was on the phone. */
  @OptionalText(2000)
  note?: string | null;

  /**
   * Ask the person by e-mail whether it is their own: it counts only once they have said so by the link in that letter.
   * For the channel `email` alone; false when left out.
   */
  @NotNull()
  @IsBoolean()
  needsConfirmation?: boolean;
}

/** How somebody took their consent back. */
export class WithdrawConsent {
  /** `other` when left out. */
  @NotNull()
  @OneOf(waysToStaff)
  receivedVia?: (typeof waysToStaff)[number];

  @OptionalText(2000)
  note?: string | null;
}

export class ConsentWordingResponse {
  id!: string;
  purpose!: string;
  @ApiProperty({ type: String, enum: languages })
  language!: Language;
  /** Counts from 1 in each language. */
  version!: number;
  text!: string;
  createdAt!: Date;
}

export class ConsentWordingQuery {
  @IsOptional()
  @Text(40)
  purpose?: string;

  @IsOptional()
  @OneOf(languages)
  language?: Language;
}

export class ConsentWordingList {
  items!: ConsentWordingResponse[];
}

export class ConsentWithdrawalResponse {
  @ApiProperty({ type: String, enum: objectionWays })
  receivedVia!: ObjectionWay;
  note!: string | null;
  /** Null: they did it themselves. */
  recordedBy!: Reference | null;
}

export class ConsentResponse {
  id!: string;
  @ApiProperty({ type: String, enum: anyChannel })
  channel!: Channel | 'all';
  purpose!: string;
  wording!: ConsentWordingResponse;
  @ApiProperty({ type: String, enum: languages })
  language!: Language;
  obtainedAt!: Date;
  @ApiProperty({ type: String, enum: consentWays })
  obtainedVia!: ConsentWay;
  note!: string | null;
  /** Counts only once the person has confirmed it by the link that was sent to them. */
  needsConfirmation!: boolean;
  confirmedAt!: Date | null;
  recordedAt!: Date;
  /** Null: they did it themselves. */
  recordedBy!: Reference | null;
  withdrawnAt!: Date | null;
  withdrawal!: ConsentWithdrawalResponse | null;
  inForce!: boolean;
}

export class ConsentList {
  items!: ConsentResponse[];
}

/** The sale with which an address came (917/2014 s. 200(3)). */
export class RecordSaleReference {
  /** The number of the order, contract or invoice. */
  @Text(200)
  reference!: string;

  /** What was sold: the messages may be about the same or similar. */
  @Text(200)
  product!: string;

  @PastDay()
  soldOn!: string;

  /** When the buyer could say no to marketing, easily and free of charge: on the day of the sale, or before. */
  @PastDay()
  optOutOfferedOn!: string;
}

export class SaleReferenceResponse {
  id!: string;
  reference!: string;
  product!: string;
  @ApiProperty({ type: String, format: 'date' })
  soldOn!: string;
  @ApiProperty({ type: String, format: 'date' })
  optOutOfferedOn!: string;
  recordedAt!: Date;
  recordedBy!: Reference | null;
}

export class SaleReferenceList {
  items!: SaleReferenceResponse[];
}
