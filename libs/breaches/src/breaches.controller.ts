import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { RequestContext } from '@seloste/kernel';
import { Ctx, IdPipe, IfMatch, ListQuery, Requires } from '@seloste/platform';
import { AffectedPeople } from './affected-people.js';
import { BreachDrafts } from './breach-drafts.js';
import {
  AffectedFound,
  AffectedPage,
  AssessBreach,
  BreachDrafts as Drafts,
  BreachPage,
  BreachQuery,
  BreachReported,
  BreachResponse,
  FindAffected,
  NotifyAuthority,
  PeopleTold,
  ReportBreach,
  TellPeople as Telling,
} from './breaches.dto.js';
import { Breaches } from './breaches.js';
import { TellPeople } from './tell-people.js';

/** Breaches of personal data (GDPR Art. 33, 34). */
@ApiTags('breaches')
@Controller('breaches')
export class BreachesController {
  constructor(
    private readonly breaches: Breaches,
    private readonly affected: AffectedPeople,
    private readonly notices: TellPeople,
    private readonly drafts: BreachDrafts,
  ) {}

  /** Anybody who works here says that something went wrong. The 72 hours run from then. */
  @Post()
  @Requires('breaches.create')
  report(@Ctx() context: RequestContext, @Body() input: ReportBreach): Promise<BreachReported> {
    return this.breaches.report(context, input);
  }

  /** The latest first. */
  @Get()
  @Requires('breaches.manage')
  list(@Ctx() context: RequestContext, @Query() query: BreachQuery): Promise<BreachPage> {
    return this.breaches.list(context, query);
  }

  @Get(':id')
  @Requires('breaches.manage')
  get(@Ctx() context: RequestContext, @Param('id', IdPipe) id: string): Promise<BreachResponse> {
    return this.breaches.get(context, id);
  }

  /** What is known by now: what happened, its effects, its risk, what was done. */
  @Patch(':id')
  @Requires('breaches.manage')
  assess(
    @Ctx() context: RequestContext,
    @Param('id', IdPipe) id: string,
    @Body() input: AssessBreach,
    @IfMatch() ifMatch?: number,
  ): Promise<BreachResponse> {
    return this.breaches.assess(context, id, input, ifMatch);
  }

  @Get(':id/affected-people')
  @Requires('breaches.manage')
  listAffected(
    @Ctx() context: RequestContext,
    @Param('id', IdPipe) id: string,
    @Query() query: ListQuery,
  ): Promise<AffectedPage> {
    return this.affected.list(context, id, query);
  }

  /** Adds whom an account saw or touched in a time, whom an export held, or people by name. */
  @Post(':id/affected-people')
  @Requires('breaches.manage')
  @HttpCode(200)
  find(
    @Ctx() context: RequestContext,
    @Param('id', IdPipe) id: string,
    @Body() input: FindAffected,
  ): Promise<AffectedFound> {
    return this.affected.find(context, id, input);
  }

  /** It was not about this person after all. */
  @Delete(':id/affected-people/:contactId')
  @Requires('breaches.manage')
  @HttpCode(204)
  leaveOut(
    @Ctx() context: RequestContext,
    @Param('id', IdPipe) id: string,
    @Param('contactId', IdPipe) contactId: string,
  ): Promise<void> {
    return this.affected.leaveOut(context, id, contactId);
  }

  /** Notices to the authority and to the people, prepared in three languages. */
  @Get(':id/notice-drafts')
  @Requires('breaches.manage')
  draft(@Ctx() context: RequestContext, @Param('id', IdPipe) id: string): Promise<Drafts> {
    return this.drafts.draft(context, id);
  }

  /** The authority was told. */
  @Put(':id/authority-notice')
  @Requires('breaches.manage')
  notified(
    @Ctx() context: RequestContext,
    @Param('id', IdPipe) id: string,
    @Body() input: NotifyAuthority,
  ): Promise<BreachResponse> {
    return this.breaches.notified(context, id, input);
  }

  /** Writes to everybody who has not been told yet, each in their own language. */
  @Post(':id/people-notices')
  @Requires('breaches.manage')
  @HttpCode(200)
  tell(
    @Ctx() context: RequestContext,
    @Param('id', IdPipe) id: string,
    @Body() input: Telling,
  ): Promise<PeopleTold> {
    return this.notices.tell(context, id, input);
  }

  /** Whoever has to be told was told. */
  @Post(':id/closing')
  @Requires('breaches.manage')
  @HttpCode(200)
  close(@Ctx() context: RequestContext, @Param('id', IdPipe) id: string): Promise<BreachResponse> {
    return this.breaches.close(context, id);
  }
}
