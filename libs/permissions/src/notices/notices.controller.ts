import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { RequestContext } from '@seloste/kernel';
import { Ctx, IdPipe, Requires } from '@seloste/platform';
import { NoticeMailings } from './notice-mailings.js';
import {
  DischargeNoticeDuty,
  MailNotices,
  NoticeDutyPage,
  NoticeDutyQuery,
  NoticeDutyResponse,
  NoticeMailing,
} from './notices.dto.js';
import { NoticesService } from './notices.service.js';

/** People who did not give us their data, and have to be told that we hold them. */
@ApiTags('notices')
@Controller()
@Requires('notices.manage')
export class NoticesController {
  constructor(
    private readonly notices: NoticesService,
    private readonly mailings: NoticeMailings,
  ) {}

  /** Open duties, the earliest day first. */
  @Get('notice-duties')
  list(@Ctx() context: RequestContext, @Query() query: NoticeDutyQuery): Promise<NoticeDutyPage> {
    return this.notices.list(context, query);
  }

  @Post('notice-duties/:id/discharge')
  discharge(
    @Ctx() context: RequestContext,
    @Param('id', IdPipe) id: string,
    @Body() input: DischargeNoticeDuty,
  ): Promise<NoticeDutyResponse> {
    return this.notices.discharge(context, id, input);
  }

  /** Writes to those who are named, as service mail: nobody can object to being told. */
  @Post('notice-mailings')
  @HttpCode(202)
  mail(@Ctx() context: RequestContext, @Body() input: MailNotices): Promise<NoticeMailing> {
    return this.mailings.send(context, input);
  }
}
