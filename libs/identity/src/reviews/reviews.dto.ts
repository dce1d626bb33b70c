import { ApiProperty } from '@nestjs/swagger';
import { roles, type Role } from '@seloste/kernel';
import { Id, ListOf, OneOf, Reference } from '@seloste/platform';
import { ArrayNotEmpty } from 'class-validator';

export const answers = ['keep', 'remove'] as const;
export type Answer = (typeof answers)[number];

export class AnswerItem {
  @ApiProperty({ enum: answers })
  @OneOf(answers)
  decision!: Answer;
}

export class ItemAnswer extends AnswerItem {
  @Id()
  itemId!: string;
}

/** Many answers at once: all of them count, or none. */
export class AnswerItems {
  @ArrayNotEmpty()
  @ListOf(() => ItemAnswer, 200)
  answers!: ItemAnswer[];
}

export class ReviewResponse {
  id!: string;
  /** Such as `2026-Q4`; null: opened by hand. */
  quarter!: string | null;
  openedAt!: Date;
  /** What is unanswered then ends. */
  dueAt!: Date;
  closedAt!: Date | null;
  /** Of those that the caller sees. */
  itemCount!: number;
  unansweredCount!: number;
  /** Due, and kept all the same because nobody else could manage users. */
  alarmedCount!: number;
}

/** Newest first. */
export class ReviewList {
  items!: ReviewResponse[];
}

/** `open`: waits for an answer. `ended`: the grant ended before anybody answered. */
export const itemStates = ['open', 'keep', 'remove', 'lapsed', 'ended'] as const;
export type ItemState = (typeof itemStates)[number];

export class ReviewItemResponse {
  id!: string;
  reviewId!: string;
  user!: Reference;
  /** What the user does here. */
  duty!: string | null;
  @ApiProperty({ enum: roles, enumName: 'Role' })
  role!: Role;
  grantId!: string;
  /** In words, or a constant such as `account_made`. */
  reason!: string;
  grantedBy!: Reference | null;
  grantedAt!: Date;
  endsAt!: Date | null;
  reviewer!: Reference;
  @ApiProperty({ enum: itemStates })
  state!: ItemState;
  decidedAt!: Date | null;
  decidedBy!: Reference | null;
  /** Due, and kept all the same because nobody else could manage users. */
  alarmed!: boolean;
  /** Is the answer the caller's to give? */
  canAnswer!: boolean;
}

/** The open ones first, by user. */
export class ReviewItemList {
  items!: ReviewItemResponse[];
}
