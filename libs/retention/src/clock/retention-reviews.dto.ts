import { ApiProperty } from '@nestjs/swagger';
import { OneOf, Reference, Text } from '@seloste/platform';
import { retentionGrounds, type RetentionGround } from '../rules/retention-vocabulary.js';

export class ReviewGround {
  /** The ground that was looked at: the one on which the person is kept. */
  @OneOf(retentionGrounds)
  ground!: RetentionGround;

  /** Why it still holds. */
  @Text(2000)
  note!: string;
}

export class RetentionReviewResponse {
  id!: string;
  contactId!: string;
  @ApiProperty({ enum: retentionGrounds })
  ground!: RetentionGround;
  note!: string;
  @ApiProperty({ type: String, format: 'date' })
  reviewedOn!: string;
  reviewedAt!: Date;
  reviewedBy!: Reference | null;
}

export class RetentionReviewList {
  items!: RetentionReviewResponse[];
}
