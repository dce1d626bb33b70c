import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { RequestContext } from '@seloste/kernel';
import { Ctx, IdPipe, Requires } from '@seloste/platform';
import { MentionDecisions } from './mention-decisions.js';
import { CreateMentionDecisions, MentionList, MentionsDecided } from './mentions.dto.js';
import { Mentions } from './read-mentions.js';

/** What may mean a person who was erased, in what was written of others. */
@ApiTags('erasures')
@Controller('erasures')
export class MentionsController {
  constructor(
    private readonly mentions: Mentions,
    private readonly decisions: MentionDecisions,
  ) {}

  /** Up to 500, those that wait for a decision first. The words are read where they stand. */
  @Get(':id/mentions')
  @Requires('erasures.manage')
  list(@Ctx() context: RequestContext, @Param('id', IdPipe) id: string): Promise<MentionList> {
    return this.mentions.list(context, id);
  }

  /** `replace`: the person is meant, the pseudonym takes the place. `keep`: it is somebody else. All or none. */
  @Post(':id/mention-decisions')
  @HttpCode(200)
  @Requires('erasures.manage')
  decide(
    @Ctx() context: RequestContext,
    @Param('id', IdPipe) id: string,
    @Body() { decisions }: CreateMentionDecisions,
  ): Promise<MentionsDecided> {
    return this.decisions.decide(context, id, decisions);
  }
}
