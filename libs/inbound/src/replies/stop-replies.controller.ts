import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { RequestContext } from '@seloste/kernel';
import { Ctx, IdPipe, Requires } from '@seloste/platform';
import { DecideOnReply, StopReplyPage, StopReplyQuery, StopReplyResponse } from './stop-replies.dto.js';
import { StopReplies } from './stop-replies.js';

@ApiTags('inbound mail')
@Controller('stop-replies')
@Requires('replies.manage')
export class StopRepliesController {
  constructor(private readonly replies: StopReplies) {}

  /** Replies that may ask us to stop, the longest waiting first. */
  @Get()
  list(@Ctx() context: RequestContext, @Query() query: StopReplyQuery): Promise<StopReplyPage> {
    return this.replies.list(context, query);
  }

  /** Says whether the person asks us to stop; if so, they have objected. */
  @Post(':id/decision')
  @HttpCode(200)
  decide(
    @Ctx() context: RequestContext,
    @Param('id', IdPipe) id: string,
    @Body() input: DecideOnReply,
  ): Promise<StopReplyResponse> {
    return this.replies.decide(context, id, input);
  }
}
