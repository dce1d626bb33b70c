import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { RequestContext } from '@seloste/kernel';
import { Ctx, IdPipe, ListQuery, Requires } from '@seloste/platform';
import { Runs } from './read-runs.js';
import { RunAlarm } from './run-alarm.js';
import { RunRequests } from './run-requests.js';
import {
  CreateRun,
  RetentionStatus,
  RunCreated,
  RunItemPage,
  RunItemQuery,
  RunPage,
  RunResponse,
} from './runs.dto.js';

/** The purge of everybody and everything whose time is over: every night, and by hand (design rule 4). */
@ApiTags('retention')
@Controller('retention')
export class RunsController {
  constructor(
    private readonly runs: Runs,
    private readonly requests: RunRequests,
    private readonly alarm: RunAlarm,
  ) {}

  /** Does the nightly purge do its work? */
  @Get('status')
  @Requires('erasures.read')
  status(): Promise<RetentionStatus> {
    return this.alarm.status();
  }

  @Get('runs')
  @Requires('erasures.read')
  list(@Query() query: ListQuery): Promise<RunPage> {
    return this.runs.list(query);
  }

  /** Begins a run, or a dry one that only lists. 409 `retention_run_under_way`. */
  @Post('runs')
  @HttpCode(202)
  @Requires('retention.manage')
  async create(@Ctx() context: RequestContext, @Body() { dryRun }: CreateRun): Promise<RunCreated> {
    return { id: await this.requests.byHand(context, dryRun) };
  }

  /** Its progress while it runs, and afterwards what it did: counts. */
  @Get('runs/:id')
  @Requires('erasures.read')
  get(@Param('id', IdPipe) id: string): Promise<RunResponse> {
    return this.runs.get(id);
  }

  /** Who and what, with the reasons. */
  @Get('runs/:id/items')
  @Requires('retention.manage')
  items(
    @Ctx() context: RequestContext,
    @Param('id', IdPipe) id: string,
    @Query() query: RunItemQuery,
  ): Promise<RunItemPage> {
    return this.runs.items(context, id, query);
  }
}
