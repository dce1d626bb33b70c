import { ApiProperty } from '@nestjs/swagger';
import { roles, type Role } from '@seloste/kernel';
import { Instant, NotNull, OneOf, Reference, Text } from '@seloste/platform';
import { IsOptional } from 'class-validator';

/** `planned`: begins later. `lapsed`: its time was over. `ended`: somebody ended it. */
export const grantStates = ['current', 'planned', 'lapsed', 'ended'] as const;
export type GrantState = (typeof grantStates)[number];

export class GiveGrant {
  @ApiProperty({ enum: roles, enumName: 'Role' })
  @OneOf(roles)
  role!: Role;

  /** Why it is needed, in words. */
  @Text(300)
  reason!: string;

  /** From when it counts; a time that has passed means now. */
  @NotNull()
  @Instant()
  startsAt?: Date;

  /** When it ends by itself; for people from outside at most 30 days ahead. */
  @IsOptional()
  @Instant()
  endsAt?: Date | null;
}

export class EndGrant {
  /** Why it is needed no more, in words. */
  @Text(300)
  reason!: string;
}

/** A role that somebody holds, held or will hold. */
export class GrantResponse {
  id!: string;
  user!: Reference;
  @ApiProperty({ enum: roles, enumName: 'Role' })
  role!: Role;
  @ApiProperty({ enum: grantStates })
  state!: GrantState;
  /** In words, or a constant such as `account_made`. */
  reason!: string;
  /** Null: the software, at the first run or when it was brought up to date. */
  grantedBy!: Reference | null;
  grantedAt!: Date;
  startsAt!: Date;
  /** When it ends by itself; null: never. */
  endsAt!: Date | null;
  endedAt!: Date | null;
  /** Null also when it lapsed. */
  endedBy!: Reference | null;
  /** In words, or a constant such as `duty_changed`, `account_closed`, `lapsed`, `review_removed`, `review_unanswered`. */
  endReason!: string | null;
}

/** Every grant of a user, newest first. */
export class GrantHistory {
  items!: GrantResponse[];
}
