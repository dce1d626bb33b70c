import { ApiProperty } from '@nestjs/swagger';
import { CalendarDay, Nested, OneOf, PastDay, Reference, Text } from '@seloste/platform';
import { IsOptional } from 'class-validator';
import { informedVia, type InformedVia } from './restriction.entity.js';

/** Why processing is restricted, and until when at the latest. */
export class PlaceRestriction {
  /** In words, for privacy officers. */
  @Text(2000)
  reason!: string;

  /** A day to come. On it the lifting begins: the person is told first, so the restriction never just lapses. */
  @IsOptional()
  @CalendarDay()
  until?: string | null;
}

/** How the person was told that the restriction ends. */
export class InformedDto {
  @OneOf(informedVia)
  via!: InformedVia;

  @PastDay()
  on!: string;
}

export class LiftRestriction {
  /** In words, for privacy officers; the person's letter does not repeat it. */
  @Text(2000)
  reason!: string;

  /** Given: the person knows, and the restriction ends at once. Left out: they are written to first. */
  @IsOptional()
  @Nested(() => InformedDto)
  informed?: InformedDto | null;
}

/** The end of a restriction, from the decision to its effect. */
export class LiftingResponse {
  requestedAt!: Date;
  /** Null when `until` was reached. */
  requestedBy!: Reference | null;
  reason!: string | null;
  /** When the letter to the person was put into the outbox; null: there is none (yet), or nobody to send it to. */
  noticeQueuedAt!: Date | null;
  /** Null until the person was told: then only does the restriction end. */
  informed!: InformedDto | null;
  liftedAt!: Date | null;
}

export class RestrictionResponse {
  contactId!: string;
  reason!: string;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  until!: string | null;
  placedAt!: Date;
  placedBy!: Reference | null;
  lifting!: LiftingResponse | null;
}

/** A restriction with whom it is about. */
export class RestrictionListItem extends RestrictionResponse {
  contact!: Reference;
  company!: Reference | null;
}

export class RestrictionPage {
  items!: RestrictionListItem[];
  nextCursor!: string | null;
  total!: number | null;
}
