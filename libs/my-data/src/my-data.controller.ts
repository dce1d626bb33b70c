import { Controller, Get, HttpCode, Post, Req, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { isEmail } from '@seloste/kernel';
import { AppConfig, Limited, Public, type AuthenticatedRequest } from '@seloste/platform';
import { fieldsOf, LinkPageProblems, LinkVisits } from '@seloste/preferences';
import type { Response } from 'express';
import { MyDataActs, type Acted } from './my-data-acts.js';
import { MyDataCalls } from './my-data-calls.js';
import { MyDataVisits, personIn } from './my-data-visits.js';
import { askPage, sentPage } from './pages/door-pages.js';
import { wordsOf, type Frame } from './pages/frame.js';
import { ownPage } from './pages/own-page.js';
import { cookieOptions, sessionCookie, tokenIn } from './session-cookie.js';

/** Where people see and ask about their own data, without a password (GDPR Art. 12(2), 15–22; V7). */
@ApiExcludeController()
@Public()
@UseFilters(LinkPageProblems)
@Controller('my-data')
export class MyDataController {
  constructor(
    private readonly frames: LinkVisits,
    private readonly visits: MyDataVisits,
    private readonly acts: MyDataActs,
    private readonly calls: MyDataCalls,
    private readonly config: AppConfig,
  ) {}

  /** The page of whoever opened it by their link; for others, the question for an address. */
  @Get()
  async show(@Req() request: AuthenticatedRequest, @Res() response: Response): Promise<void> {
    const outside = await this.frames.frame(request.query.lang, null);
    const shown = await this.visits.visit(
      tokenOf(request),
      outside.timeZone,
      async (_tx, { session, held }) =>
        ownPage(await this.frames.frame(request.query.lang, session.language), held, null),
    );
    response.type('html').send(shown ?? askPage(outside));
  }

  /** On an open page, what the person does there; else an address, answered alike whoever is known. */
  @Post()
  @HttpCode(200)
  @Limited(60, 60)
  async act(@Req() request: AuthenticatedRequest, @Res() response: Response): Promise<void> {
    response.type('html');
    const frame = await this.frames.frame(request.query.lang, null);
    if (fieldsOf(request).leave !== undefined) return this.leave(request, response, frame);
    const acted = await this.carryOut(request, frame);
    if (acted === null) return this.ask(request, response, frame);
    if ('url' in acted) return response.redirect(303, acted.url);
    response.status(acted.status).send(acted.page);
  }

  private async ask(request: AuthenticatedRequest, response: Response, frame: Frame): Promise<void> {
    const { email } = fieldsOf(request);
    if (!isEmail(email)) {
      const { ask } = wordsOf(frame);
      response.status(400).send(askPage(frame, email === undefined ? null : ask.notAnAddress));
      return;
    }
    await this.calls.ask(email, frame.phrases.language);
    response.send(sentPage(frame));
  }

  private async leave(request: AuthenticatedRequest, response: Response, frame: Frame): Promise<void> {
    await this.visits.leave(tokenOf(request));
    const { path, httpOnly, sameSite, secure } = cookieOptions(this.config.publicUrl);
    response.clearCookie(sessionCookie, { path, httpOnly, sameSite, secure });
    response.send(askPage(frame, wordsOf(frame).left));
  }

  /** Null where no page is open. */
  private async carryOut(
    request: AuthenticatedRequest,
    { timeZone }: Frame,
  ): Promise<{ url: string } | { status: number; page: string } | null> {
    const token = tokenOf(request);
    const done = await this.visits.visit(token, timeZone, async (tx, { session, held }) => {
      const frame = await this.frames.frame(request.query.lang, session.language);
      const { language } = frame.phrases;
      const acting = { context: personIn(request.id), session, language, held };
      return { frame, acted: await this.acts.act(tx, acting, fieldsOf(request)) };
    });
    if (done === null) return null;
    const { frame, acted } = done;
    if (acted?.did === 'choices') return { url: acted.url };
    const said = sentence(frame, acted);
    const page = await this.visits.visit(token, timeZone, (_tx, { held }) =>
      Promise.resolve(ownPage(frame, held, said)),
    );
    return { status: acted === null ? 400 : 200, page: page ?? askPage(frame) };
  }
}

const tokenOf = ({ headers }: AuthenticatedRequest): string | null => tokenIn(headers.cookie);

function sentence(frame: Frame, acted: Exclude<Acted, { did: 'choices' }> | null): string {
  const { done, notUnderstood } = wordsOf(frame);
  if (acted === null) return notUnderstood;
  if (acted.did === 'received') return done.received(acted.reference, frame.phrases.day(acted.dueOn));
  return done[acted.did];
}
