import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { RequestContext } from '@seloste/kernel';
import { Ctx, IdPipe, IfMatch, Requires } from '@seloste/platform';
import { RequestIntake } from './request-intake.js';
import { RequestUpkeep } from './request-upkeep.js';
import { Requests } from './requests.js';
import {
  RecordRequest,
  RequestPage,
  RequestQuery,
  RequestRecorded,
  RequestResponse,
  UpdateRequest,
} from './requests.dto.js';

/** What people ask for about their own data (GDPR Art. 12, 15–22; H13–H17, C7, P9, V7, V8). */
@ApiTags('subject requests')
@Controller('subject-requests')
export class RequestsController {
  constructor(
    private readonly requests: Requests,
    private readonly intake: RequestIntake,
    private readonly upkeep: RequestUpkeep,
  ) {}

  /** Writes down what somebody asked for on the phone, by letter or in person. Its month runs from the day of receipt. */
  @Post()
  @Requires('requests.create')
  record(@Ctx() context: RequestContext, @Body() input: RecordRequest): Promise<RequestRecorded> {
    return this.intake.record(context, input);
  }

  /** Open ones by deadline, the nearest first; closed ones the latest first. */
  @Get()
  @Requires('requests.manage')
  list(@Ctx() context: RequestContext, @Query() query: RequestQuery): Promise<RequestPage> {
    return this.requests.list(context, query);
  }

  @Get(':id')
  @Requires('requests.manage')
  get(@Ctx() context: RequestContext, @Param('id', IdPipe) id: string): Promise<RequestResponse> {
    return this.requests.get(context, id);
  }

  @Patch(':id')
  @Requires('requests.manage')
  update(
    @Ctx() context: RequestContext,
    @Param('id', IdPipe) id: string,
    @Body() input: UpdateRequest,
    @IfMatch() ifMatch?: number,
  ): Promise<RequestResponse> {
    return this.upkeep.update(context, id, input, ifMatch);
  }

  /** The person took it back. */
  @Post(':id/withdrawal')
  @Requires('requests.manage')
  @HttpCode(200)
  withdraw(@Ctx() context: RequestContext, @Param('id', IdPipe) id: string): Promise<RequestResponse> {
    return this.upkeep.withdraw(context, id);
  }
}
