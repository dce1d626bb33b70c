import { Controller, Get, HttpCode, Post, Req, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { PersonLinks } from '@seloste/permissions';
import { Limited, Public, type AuthenticatedRequest } from '@seloste/platform';
import type { Response } from 'express';
import { LinkActs } from './link-acts.js';
import { LinkPageProblems } from './link-page-problems.js';
import { fieldsOf } from './link-requests.js';
import { isPersons, LinkVisits } from './link-visits.js';
import { documentOf } from '@seloste/pages';
import { confirmationPage, gonePage, problemPage } from './pages/plain-pages.js';

/** Double opt-in (GDPR Art. 7(1); G3): who opens the link sees what they are said to have agreed to; only a press confirms. */
@ApiExcludeController()
@Public()
@Limited(3_000, 60)
@UseFilters(LinkPageProblems)
@Controller('c')
export class ConfirmationController {
  constructor(
    private readonly visits: LinkVisits,
    private readonly acts: LinkActs,
    private readonly links: PersonLinks,
  ) {}

  @Get(':token')
  show(
    @Req() request: AuthenticatedRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    return this.answer(request, response, false);
  }

  @Post(':token')
  @HttpCode(200)
  act(@Req() request: AuthenticatedRequest, @Res({ passthrough: true }) response: Response): Promise<string> {
    return this.answer(request, response, true);
  }

  private async answer(request: AuthenticatedRequest, response: Response, isAct: boolean): Promise<string> {
    const visit = await this.visits.look(request, await this.visits.open(request));
    response.type('html');
    const { link } = visit;
    const asked = link && (await this.visits.consent(link));
    if (isAct && !visit.isWhole) response.status(400);
    if (!isPersons(visit) || !link || !asked) return documentOf(gonePage(visit));
    if (isAct && fieldsOf(request).confirm !== 'yes') {
      response.status(400);
      return documentOf(problemPage(visit, 'notUnderstood'));
    }
    const isOpen = asked.confirmedAt === null && asked.withdrawnAt === null;
    const mayConfirm = isOpen && (await this.visits.mayOpen(link));
    const isJustConfirmed = isAct && mayConfirm && (await this.acts.confirm(request.id, link, asked.id));
    const preferences = `/p/${this.links.tokenOf(link.id)}?lang=${visit.phrases.language}`;
    return documentOf(confirmationPage(visit, asked, { mayConfirm, isJustConfirmed, preferences }));
  }
}
