import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { RequestContext } from '@seloste/kernel';
import { Ctx, IdPipe, Requires } from '@seloste/platform';
import { ReviewGround, RetentionReviewList, RetentionReviewResponse } from './retention-reviews.dto.js';
import { RetentionReviews } from './retention-reviews.js';

/** Looking at open-ended grounds for keeping people (design rule 4). */
@ApiTags('retention')
@Controller('contacts/:id/retention-reviews')
export class RetentionReviewsController {
  constructor(private readonly reviews: RetentionReviews) {}

  /** The newest first. */
  @Get()
  @Requires('contacts.read_privacy')
  async list(@Ctx() context: RequestContext, @Param('id', IdPipe) id: string): Promise<RetentionReviewList> {
    return { items: await this.reviews.list(context, id) };
  }

  /** The ground still holds, and is looked at again within twelve months. */
  @Post()
  @Requires('retention.extend')
  confirm(
    @Ctx() context: RequestContext,
    @Param('id', IdPipe) id: string,
    @Body() input: ReviewGround,
  ): Promise<RetentionReviewResponse> {
    return this.reviews.confirm(context, id, input);
  }
}
