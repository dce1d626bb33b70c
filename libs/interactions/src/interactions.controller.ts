import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { RequestContext } from '@seloste/kernel';
import { Ctx, IdPipe, IfMatch, Requires } from '@seloste/platform';
import {
  CreateInteraction,
  InteractionPage,
  InteractionQuery,
  InteractionResponse,
  RevisionPage,
  TimelinePage,
  TimelineQuery,
  UpdateInteraction,
} from './interactions.dto.js';
import { InteractionsService } from './interactions.service.js';

@ApiTags('interactions')
@Controller()
export class InteractionsController {
  constructor(private readonly interactions: InteractionsService) {}

  @Get('interactions')
  @Requires('interactions.read')
  list(@Ctx() context: RequestContext, @Query() query: InteractionQuery): Promise<InteractionPage> {
    return this.interactions.list(context, query);
  }

  @Post('interactions')
  @Requires('interactions.create')
  create(@Ctx() context: RequestContext, @Body() input: CreateInteraction): Promise<InteractionResponse> {
    return this.interactions.create(context, input);
  }

  @Get('interactions/:id')
  @Requires('interactions.read')
  get(@Ctx() context: RequestContext, @Param('id', IdPipe) id: string): Promise<InteractionResponse> {
    return this.interactions.get(context, id);
  }

  @Patch('interactions/:id')
  @Requires('interactions.update')
  update(
    @Ctx() context: RequestContext,
    @Param('id', IdPipe) id: string,
    @Body() input: UpdateInteraction,
    @IfMatch() ifMatch?: number,
  ): Promise<InteractionResponse> {
    return this.interactions.update(context, id, input, ifMatch);
  }

  /** What the interaction was before each edit, newest first. */
  @Get('interactions/:id/revisions')
  @Requires('interactions.read')
  revisions(@Ctx() context: RequestContext, @Param('id', IdPipe) id: string): Promise<RevisionPage> {
    return this.interactions.revisions(context, id);
  }

  /** What happened with a person, newest first. */
  @Get('contacts/:id/timeline')
  @Requires('interactions.read')
  contactTimeline(
    @Ctx() context: RequestContext,
    @Param('id', IdPipe) id: string,
    @Query() query: TimelineQuery,
  ): Promise<TimelinePage> {
    return this.interactions.contactTimeline(context, id, query);
  }

  /** What happened at a company, newest first. */
  @Get('companies/:id/timeline')
  @Requires('interactions.read')
  companyTimeline(
    @Ctx() context: RequestContext,
    @Param('id', IdPipe) id: string,
    @Query() query: TimelineQuery,
  ): Promise<TimelinePage> {
    return this.interactions.companyTimeline(context, id, query);
  }
}
