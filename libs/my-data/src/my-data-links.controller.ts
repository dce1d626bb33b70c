import { Controller, Get, Header, HttpCode, Param, Post, Req, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { AppConfig, Limited, Public, type AuthenticatedRequest } from '@seloste/platform';
import { LinkPageProblems, LinkVisits } from '@seloste/preferences';
import type { Response } from 'express';
import { MyDataActs } from './my-data-acts.js';
import { MyDataVisits, personIn } from './my-data-visits.js';
import { overPage, pressPage, saidPage } from './pages/door-pages.js';
import { wordsOf, type Frame } from './pages/frame.js';
import { cookieOptions, sessionCookie } from './session-cookie.js';

/** The links of the letters: looking at one changes nothing, so that no mail program uses it up; a press does. */
@ApiExcludeController()
@Public()
@Limited(30, 60)
@UseFilters(LinkPageProblems)
@Controller('my-data')
export class MyDataLinksController {
  constructor(
    private readonly frames: LinkVisits,
    private readonly visits: MyDataVisits,
    private readonly acts: MyDataActs,
    private readonly config: AppConfig,
  ) {}

  @Get('enter/:token')
  @Header('Content-Type', 'text/html; charset=utf-8')
  async door(@Req() request: AuthenticatedRequest, @Param('token') token: string): Promise<string> {
    const link = await this.visits.look(token, null);
    const frame = await this.frames.frame(request.query.lang, link?.language ?? null);
    return link ? pressPage(frame, wordsOf(frame).enter) : overPage(frame);
  }

  @Post('enter/:token')
  async enter(
    @Req() request: AuthenticatedRequest,
    @Res() response: Response,
    @Param('token') token: string,
  ): Promise<void> {
    const frame = await this.frames.frame(request.query.lang, null);
    const session = await this.visits.enter(request.id, token);
    if (session === null) {
      response.status(400).type('html').send(overPage(frame));
      return;
    }
    response.cookie(sessionCookie, session, cookieOptions(this.config.publicUrl));
    response.redirect(303, `/my-data?lang=${frame.phrases.language}`);
  }

  @Get('confirm/:token')
  @Header('Content-Type', 'text/html; charset=utf-8')
  async question(@Req() request: AuthenticatedRequest, @Param('token') token: string): Promise<string> {
    const link = await this.visits.look(token, 'erasure');
    const frame = await this.frames.frame(request.query.lang, link?.language ?? null);
    const { confirm } = wordsOf(frame);
    if (!link) return overPage(frame);
    const { title, button } = confirm;
    return pressPage(frame, { title, button, text: confirm.text(frame.controller.name) });
  }

  /** The link reached the person a second time: now the request counts. */
  @Post('confirm/:token')
  @HttpCode(200)
  async confirm(
    @Req() request: AuthenticatedRequest,
    @Res() response: Response,
    @Param('token') token: string,
  ): Promise<void> {
    const frame: Frame = await this.frames.frame(request.query.lang, null);
    const received = await this.visits.use(token, 'erasure', (tx, link) => {
      const acting = { context: personIn(request.id), session: link, language: link.language };
      return this.acts.receive(tx, acting, { kind: 'erasure', wording: link.wording });
    });
    const { confirm, done } = wordsOf(frame);
    response
      .status(received ? 200 : 400)
      .type('html')
      .send(
        received
          ? saidPage(
              frame,
              confirm.done,
              done.received(received.reference, frame.phrases.day(received.dueOn)),
            )
          : overPage(frame),
      );
  }
}
