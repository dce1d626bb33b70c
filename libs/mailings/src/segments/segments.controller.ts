import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { RequestContext } from '@seloste/kernel';
import { Ctx, IdPipe, IfMatch, ListQuery, Requires } from '@seloste/platform';
import {
  CreateSegment,
  SegmentPage,
  SegmentPeoplePage,
  SegmentPeopleQuery,
  SegmentResponse,
  UpdateSegment,
} from './segments.dto.js';
import { SegmentReading } from './segment-reading.js';
import { SegmentsService } from './segments.service.js';

/**
 * Saved filters of people, found anew whenever they are asked for. Nobody is scored or ranked: no score of a person is
 * computed anywhere (GDPR Art. 22).
 */
@ApiTags('segments')
@Controller('segments')
export class SegmentsController {
  constructor(
    private readonly segments: SegmentsService,
    private readonly reading: SegmentReading,
  ) {}

  @Get()
  @Requires('mailings.read')
  list(@Query() query: ListQuery): Promise<SegmentPage> {
    return this.segments.list(query);
  }

  /**
   * People by what they have in common. Nobody is scored or ranked: no score of a person is computed anywhere (GDPR Art.
   * 22). A segment that is profiling says so, and leaves out whoever objected to that kind of it (H12).
   */
  @Post()
  @Requires('mailings.manage')
  create(@Ctx() context: RequestContext, @Body() input: CreateSegment): Promise<SegmentResponse> {
    return this.segments.create(context, input);
  }

  @Get(':id')
  @Requires('mailings.read')
  get(@Param('id', IdPipe) id: string): Promise<SegmentResponse> {
    return this.segments.get(id);
  }

  @Patch(':id')
  @Requires('mailings.manage')
  update(
    @Ctx() context: RequestContext,
    @Param('id', IdPipe) id: string,
    @Body() input: UpdateSegment,
    @IfMatch() ifMatch?: number,
  ): Promise<SegmentResponse> {
    return this.segments.update(context, id, input, ifMatch);
  }

  @Delete(':id')
  @HttpCode(204)
  @Requires('mailings.manage')
  remove(@Ctx() context: RequestContext, @Param('id', IdPipe) id: string): Promise<void> {
    return this.segments.remove(context, id);
  }

  /** Who is in the segment right now, within the caller's reach, by name; never an address. */
  @Get(':id/people')
  @Requires('mailings.read')
  people(
    @Ctx() context: RequestContext,
    @Param('id', IdPipe) id: string,
    @Query() query: SegmentPeopleQuery,
  ): Promise<SegmentPeoplePage> {
    return this.reading.people(context, id, query);
  }
}
