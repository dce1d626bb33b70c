import { Controller, Get, Req, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public, type AuthenticatedRequest } from '@seloste/platform';
import type { Response } from 'express';
import { LinkPageProblems } from './link-page-problems.js';
import { LinkVisits } from './link-visits.js';
import { documentOf } from '@seloste/pages';
import { statementPage } from './pages/statement-page.js';

/** The company's privacy statement, which every message and every page of a link points to. */
@ApiExcludeController()
@Public()
@UseFilters(LinkPageProblems)
@Controller('privacy')
export class StatementController {
  constructor(private readonly visits: LinkVisits) {}

  @Get()
  async show(
    @Req() request: AuthenticatedRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    const visit = await this.visits.lookFromOutside(request);
    response.type('html');
    return documentOf(statementPage(visit, visit.purposes));
  }
}
