import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import type { RequestContext } from '@seloste/kernel';
import { Ctx, IdPipe, Requires } from '@seloste/platform';
import { SequenceRuns } from './sequence-runs.js';
import { SequenceRunList, StartedSequences, StartSequences } from './sequences.dto.js';
import { SequenceStarts } from './start-sequences.js';

/** What is sent to a person by itself, and why (V5). */
@Controller('contacts/:id')
export class ContactSequencesController {
  constructor(
    private readonly runs: SequenceRuns,
    private readonly starts: SequenceStarts,
  ) {}

  @Get('sequences')
  @Requires('contacts.read')
  async list(
    @Ctx() context: RequestContext,
    @Param('id', IdPipe) contactId: string,
  ): Promise<SequenceRunList> {
    return { items: await this.runs.list(context, contactId) };
  }

  /** Begins every sequence of the trigger that the person does not say no to. One that is under way goes on. */
  @Post('sequence-starts')
  @Requires('messages.create')
  start(
    @Ctx() context: RequestContext,
    @Param('id', IdPipe) contactId: string,
    @Body() asked: StartSequences,
  ): Promise<StartedSequences> {
    return this.starts.start(context, contactId, asked);
  }

  /** Ends a run; what waits of it does not leave. */
  @Delete('sequences/:runId')
  @Requires('objections.create')
  @HttpCode(204)
  stop(
    @Ctx() context: RequestContext,
    @Param('id', IdPipe) contactId: string,
    @Param('runId', IdPipe) runId: string,
  ): Promise<void> {
    return this.runs.stop(context, contactId, runId);
  }
}
