import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { RequestContext } from '@seloste/kernel';
import { Ctx, IdPipe, IfMatch, Requires } from '@seloste/platform';
import { RequestResponse } from '../register/requests.dto.js';
import {
  ChallengeRequest,
  ChallengeResponse,
  ConfirmChallenge,
  DecideRequest,
  DraftQuery,
  DraftResponse,
  ExtendRequest,
  RequestLetters,
  SendLetter,
} from './answers.dto.js';
import { Answers } from './answers.js';
import { Drafts } from './drafts.js';
import { Identifications } from './identifications.js';

/** The way of a request to its answer (GDPR Art. 12; V8). */
@ApiTags('subject requests')
@Controller('subject-requests/:id')
@Requires('requests.manage')
export class AnswersController {
  constructor(
    private readonly answers: Answers,
    private readonly drafts: Drafts,
    private readonly identifications: Identifications,
  ) {}

  /** Gives the person a code where we already know them. For a call, `code` is read out at the known number. */
  @Post('verifications')
  challenge(
    @Ctx() context: RequestContext,
    @Param('id', IdPipe) id: string,
    @Body() input: ChallengeRequest,
  ): Promise<ChallengeResponse> {
    return this.identifications.challenge(context, id, input);
  }

  /** The person gave the code back: it is them. */
  @Post('verifications/:verificationId/confirmation')
  @HttpCode(200)
  confirm(
    @Ctx() context: RequestContext,
    @Param('id', IdPipe) id: string,
    @Param('verificationId', IdPipe) verificationId: string,
    @Body() { code }: ConfirmChallenge,
  ): Promise<RequestResponse> {
    return this.identifications.confirm(context, id, { id: verificationId, code });
  }

  /** A letter as it is prepared, in the person's language. */
  @Get('letter-drafts')
  draft(
    @Ctx() context: RequestContext,
    @Param('id', IdPipe) id: string,
    @Query() query: DraftQuery,
  ): Promise<DraftResponse> {
    return this.drafts.draft(context, id, query);
  }

  /** What the person was told, word for word, the first first. */
  @Get('letters')
  letters(@Ctx() context: RequestContext, @Param('id', IdPipe) id: string): Promise<RequestLetters> {
    return this.drafts.letters(context, id);
  }

  /** Tells the person something, and changes nothing else. */
  @Post('letters')
  tell(
    @Ctx() context: RequestContext,
    @Param('id', IdPipe) id: string,
    @Body() input: SendLetter,
  ): Promise<RequestResponse> {
    return this.answers.tell(context, id, input);
  }

  /** Puts the answer off, once, by a notice within the first month. */
  @Post('extension')
  extend(
    @Ctx() context: RequestContext,
    @Param('id', IdPipe) id: string,
    @Body() input: ExtendRequest,
    @IfMatch() ifMatch?: number,
  ): Promise<RequestResponse> {
    return this.answers.extend(context, id, input, ifMatch);
  }

  /** Answers and closes it. */
  @Post('decision')
  decide(
    @Ctx() context: RequestContext,
    @Param('id', IdPipe) id: string,
    @Body() input: DecideRequest,
    @IfMatch() ifMatch?: number,
  ): Promise<RequestResponse> {
    return this.answers.decide(context, id, input, ifMatch);
  }
}
