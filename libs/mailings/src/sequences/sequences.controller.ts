import { Body, Controller, Get, Param, Patch, Post } from '@nestjs/common';
import type { RequestContext } from '@seloste/kernel';
import { Ctx, IdPipe, IfMatch, Requires } from '@seloste/platform';
import { SequenceDirectory } from './sequence-directory.js';
import { CreateSequence, SequenceList, SequenceResponse, UpdateSequence } from './sequences.dto.js';
import { Sequences } from './sequences.service.js';

/** What follows by itself when a person asks for something (V5). */
@Controller('sequences')
export class SequencesController {
  constructor(
    private readonly sequences: Sequences,
    private readonly directory: SequenceDirectory,
  ) {}

  @Get()
  @Requires('mailings.read')
  async list(): Promise<SequenceList> {
    return { items: await this.directory.list() };
  }

  @Get(':id')
  @Requires('mailings.read')
  get(@Param('id', IdPipe) id: string): Promise<SequenceResponse> {
    return this.directory.get(id);
  }

  @Post()
  @Requires('mailings.manage')
  async create(@Ctx() context: RequestContext, @Body() sequence: CreateSequence): Promise<SequenceResponse> {
    return this.directory.get(await this.sequences.create(context, sequence));
  }

  /** Whoever is under way keeps the steps that they began with. */
  @Patch(':id')
  @Requires('mailings.manage')
  async update(
    @Ctx() context: RequestContext,
    @Param('id', IdPipe) id: string,
    @Body() changes: UpdateSequence,
    @IfMatch() version?: number,
  ): Promise<SequenceResponse> {
    await this.sequences.update(context, id, changes, version);
    return this.directory.get(id);
  }
}
