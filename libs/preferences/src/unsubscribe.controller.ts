import { Controller, Get, HttpCode, Post, Req, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { PersonLinks, type PersonLink } from '@seloste/permissions';
import { Limited, Public, type AuthenticatedRequest } from '@seloste/platform';
import type { Response } from 'express';
import { LinkActs } from './link-acts.js';
import { LinkPageProblems } from './link-page-problems.js';
import { fieldsOf, tokenOf } from './link-requests.js';
import { isPersons, LinkVisits, type PersonsVisit } from './link-visits.js';
import { documentOf } from '@seloste/pages';
import { goneLine, gonePage, problemPage } from './pages/plain-pages.js';
import { unsubscribedPage, unsubscribePage, type Unsubscribing } from './pages/unsubscribe-page.js';
import { standingOf, type Cell } from './standing.js';
import { wordsIn } from './words/phrases.js';

/**
 * The link of a message (C8; RFC 8058; 917/2014 s. 202): it shows what it would stop, and stops it when told to. A mail
 * provider clicks for thousands from one address: what bounds it is how many are under way, not how many there were.
 */
@ApiExcludeController()
@Public()
@Limited(600_000, 60)
@UseFilters(LinkPageProblems)
@Controller('u')
export class UnsubscribeController {
  constructor(
    private readonly visits: LinkVisits,
    private readonly acts: LinkActs,
    private readonly links: PersonLinks,
  ) {}

  @Get(':token')
  async show(
    @Req() request: AuthenticatedRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    const visit = await this.visits.look(request, await this.visits.open(request));
    response.type('html');
    return documentOf(isPersons(visit) ? unsubscribePage(this.about(visit)) : gonePage(visit));
  }

  /** A mail program's one click answers in one line; the page's own buttons answer with a page. */
  @Post(':token')
  @HttpCode(200)
  async act(
    @Req() request: AuthenticatedRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    const link = await this.visits.open(request);
    const said = fieldsOf(request);
    if (said['List-Unsubscribe']?.toLowerCase() === 'one-click') {
      response.type('text/plain; charset=utf-8');
      return this.oneClick(request, response, link);
    }
    response.type('html');
    const { stop } = said;
    if (tokenOf(request) === null) {
      response.status(400);
      return documentOf(gonePage(await this.visits.look(request, link)));
    }
    if (stop !== 'this' && stop !== 'everything') {
      response.status(400);
      return documentOf(problemPage(await this.visits.look(request, link), 'notUnderstood'));
    }
    if (link) {
      const cell = stop === 'this' ? cellOf(link) : everything;
      await this.acts.stop(request.id, link, { cell, receivedVia: 'unsubscribe_page' });
    }
    const visit = await this.visits.look(request, link);
    return documentOf(
      isPersons(visit) ? unsubscribedPage({ ...this.about(visit), stopped: stop }) : gonePage(visit),
    );
  }

  private async oneClick(
    request: AuthenticatedRequest,
    response: Response,
    link: PersonLink | null,
  ): Promise<string> {
    if (!link?.contactId) {
      const visit = await this.visits.look(request, link);
      if (!visit.isWhole) response.status(400);
      return `${goneLine(visit)}\n`;
    }
    await this.acts.stop(request.id, link, { cell: cellOf(link), receivedVia: 'one_click' });
    return `${wordsIn[link.language].unsubscribe.oneClick(this.links.urlsOf(link.id).preferences)}\n`;
  }

  private about({ phrases, controller, link, person, purposes }: PersonsVisit): Unsubscribing {
    const cell = cellOf(link);
    const standings = purposes
      .filter((one) => (cell.purpose === 'all' ? one.class === 'marketing' : one.key === cell.purpose))
      .map((purpose) => standingOf(person, purpose, cell.channel));
    return {
      phrases,
      controller,
      person,
      cell,
      about: aboutOf(link),
      standing: standings.every(({ is }) => is === 'objected') ? (standings[0] ?? null) : null,
      preferences: `/p/${this.links.tokenOf(link.id)}?lang=${phrases.language}`,
    };
  }
}

const everything: Cell = { channel: 'all', purpose: 'all' };

const aboutOf = ({ purposeClass }: PersonLink): Unsubscribing['about'] =>
  purposeClass === null ? 'unknown' : purposeClass === 'service' ? 'service' : 'marketing';

/** What the message's link stops. What belongs to a contract goes on: instead, all marketing of the channel ends. */
function cellOf(link: PersonLink): Cell {
  const channel = link.channel ?? 'all';
  if (link.purpose === null || aboutOf(link) !== 'marketing') return { channel, purpose: 'all' };
  return { channel: link.purposeClass === 'profiling' ? 'all' : channel, purpose: link.purpose };
}
