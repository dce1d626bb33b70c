import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import type { RequestContext } from '@seloste/kernel';
import { Ctx, IdPipe, Requires } from '@seloste/platform';
import { AnswerReview } from './answer-review.js';
import { OpenReview } from './open-review.js';
import { ReviewDirectory } from './review-directory.js';
import {
  AnswerItem,
  AnswerItems,
  ReviewItemList,
  ReviewItemResponse,
  ReviewList,
  ReviewResponse,
} from './reviews.dto.js';

@Controller()
@Requires('grants.review')
export class ReviewsController {
  constructor(
    private readonly directory: ReviewDirectory,
    private readonly opening: OpenReview,
    private readonly answering: AnswerReview,
  ) {}

  /** The reviews in which the caller is asked something, newest first; all of them for who manages grants. */
  @Get('access-reviews')
  list(@Ctx() context: RequestContext): Promise<ReviewList> {
    return this.directory.list(context);
  }

  /** Opens a review now, beside those of every quarter; 409 `review_open` while one is open. */
  @Post('access-reviews')
  @Requires('grants.manage')
  async open(@Ctx() context: RequestContext): Promise<ReviewResponse> {
    return this.directory.get(context, await this.opening.byHand(context));
  }

  /** The grants that the caller is asked about; all of them for who manages grants. */
  @Get('access-reviews/:id/items')
  items(@Ctx() context: RequestContext, @Param('id', IdPipe) id: string): Promise<ReviewItemList> {
    return this.directory.items(context, id);
  }

  /** Many answers at once: all of them count, or none. */
  @Put('access-reviews/:id/answers')
  async answerAll(
    @Ctx() context: RequestContext,
    @Param('id', IdPipe) id: string,
    @Body() { answers }: AnswerItems,
  ): Promise<ReviewItemList> {
    await this.answering.run(
      context,
      answers.map((answer) => ({ ...answer, reviewId: id })),
    );
    return this.directory.items(context, id);
  }

  /** Keeps a grant, or ends it at once. */
  @Put('access-review-items/:id/answer')
  async answer(
    @Ctx() context: RequestContext,
    @Param('id', IdPipe) id: string,
    @Body() { decision }: AnswerItem,
  ): Promise<ReviewItemResponse> {
    await this.answering.run(context, [{ itemId: id, decision }]);
    return this.directory.item(context, id);
  }
}
