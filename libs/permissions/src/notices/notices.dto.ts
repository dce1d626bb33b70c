import { ApiProperty } from '@nestjs/swagger';
import { Id, ListQuery, OneOf, OptionalText, Reference } from '@seloste/platform';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsOptional } from 'class-validator';
import { noticeWays, type NoticeWay } from './notice-duty.entity.js';

/** How staff know that the person knows. */
const toldByStaff = ['told_in_person', 'already_knew'] as const;

export class NoticeDutyQuery extends ListQuery {
  /** True: only those whose day has passed; false: only those whose day is to come. */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  @ApiProperty({ type: Boolean, required: false })
  overdue?: boolean;
}

/** How the person got to know. */
export class DischargeNoticeDuty {
  @OneOf(toldByStaff)
  via!: (typeof toldByStaff)[number];

  /** When and where, or from where they knew. */
  @OptionalText(2000)
  note?: string | null;
}

/** Who is written to. */
export class MailNotices {
  /** At most 500 open duties. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @Id(true)
  dutyIds!: string[];
}

export class NoticeMailing {
  /** How many letters wait for the mail server; each ends the duty when it is handed over. */
  queued!: number;
  /** How many were passed over: told already, written to already, or without an address that takes mail. */
  skipped!: number;
}

/** Somebody who has to be told that we hold data about them. */
export class NoticeDutyResponse {
  id!: string;
  contact!: Reference;
  company!: Reference | null;
  arisenAt!: Date;
  @ApiProperty({ type: String, format: 'date' })
  dueOn!: string;
  /** Days since it arose. */
  age!: number;
  overdue!: boolean;
  /** Is there an e-mail address that takes mail? */
  hasEmail!: boolean;
  /** Does a letter wait for the mail server? */
  isMailed!: boolean;
  dischargedAt!: Date | null;
  @ApiProperty({ type: String, enum: noticeWays, nullable: true })
  dischargedVia!: NoticeWay | null;
  note!: string | null;
}

export class NoticeDutyPage {
  items!: NoticeDutyResponse[];
  nextCursor!: string | null;
  total!: number | null;
}
