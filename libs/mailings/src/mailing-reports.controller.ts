import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { RequestContext } from '@seloste/kernel';
import { Ctx, IdPipe, Requires } from '@seloste/platform';
import { AudiencePage, AudienceQuery } from './audience/audience.dto.js';
import { Audience } from './audience/audience.service.js';
import { MailingTest, TestMailing } from './mailings.dto.js';
import { MailingRecipientPage, MailingResults, RecipientQuery } from './results/results.dto.js';
import { Results } from './results/results.js';
import { TestMailings } from './test-mailing.js';

/** Who a mailing goes to, what it looks like, and how it goes. */
@ApiTags('mailings')
@Controller('mailings/:id')
export class MailingReportsController {
  constructor(
    private readonly audience: Audience,
    private readonly results: Results,
    private readonly tests: TestMailings,
  ) {}

  /**
   * Everybody of the segment within the caller's reach, who gets it and who is left out and why: of a draft as of now,
   * later as it was decided when it began. By name while it is a draft; never an address.
   */
  @Get('audience')
  @Requires('mailings.read')
  showAudience(
    @Ctx() context: RequestContext,
    @Param('id', IdPipe) id: string,
    @Query() query: AudienceQuery,
  ): Promise<AudiencePage> {
    return this.audience.show(context, id, query);
  }

  /** To the caller's own address, as its readers would get it. */
  @Post('tests')
  @HttpCode(202)
  @Requires('mailings.manage')
  sendTest(
    @Ctx() context: RequestContext,
    @Param('id', IdPipe) id: string,
    @Body() input: TestMailing,
  ): Promise<MailingTest> {
    return this.tests.send(context, id, input);
  }

  @Get('results')
  @Requires('mailings.read')
  showResults(@Param('id', IdPipe) id: string): Promise<MailingResults> {
    return this.results.of(id);
  }

  /** Those to whom something was written, within the caller's reach; never an address. */
  @Get('recipients')
  @Requires('mailings.read')
  listRecipients(
    @Ctx() context: RequestContext,
    @Param('id', IdPipe) id: string,
    @Query() query: RecipientQuery,
  ): Promise<MailingRecipientPage> {
    return this.results.recipients(context, id, query);
  }
}
