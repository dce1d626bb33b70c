import { Controller, Get, HttpCode, Post, Req, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { isId } from '@seloste/kernel';
import { Limited, Public, type AuthenticatedRequest } from '@seloste/platform';
import type { Response } from 'express';
import { cellNamed } from './cells.js';
import { LinkActs } from './link-acts.js';
import { LinkPageProblems } from './link-page-problems.js';
import { fieldsOf } from './link-requests.js';
import { isPersons, LinkVisits, type PersonsVisit } from './link-visits.js';
import { documentOf } from '@seloste/pages';
import { againPage, gonePage, problemPage } from './pages/plain-pages.js';
import { preferencePage, type Result } from './pages/preference-page.js';
import { covers, isReachable, needsConsent, standingOf, type Cell, type Standing } from './standing.js';

/** A person's own page: what they may be asked and told, what we hold, and how to have it otherwise (H12, P9, V5). */
@ApiExcludeController()
@Public()
@Limited(3_000, 60)
@UseFilters(LinkPageProblems)
@Controller('p')
export class PreferencesController {
  constructor(
    private readonly visits: LinkVisits,
    private readonly acts: LinkActs,
  ) {}

  /** With `?again=email.newsletter`, asks whether that is to be allowed again. */
  @Get(':token')
  async show(
    @Req() request: AuthenticatedRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    const visit = await this.visits.look(request, await this.visits.open(request));
    response.type('html');
    if (!isPersons(visit)) return documentOf(gonePage(visit));
    const cell = cellNamed(request.query.again, visit.purposes);
    return documentOf(
      cell && mayOpen(visit, cell)
        ? againPage(visit, cell, { wording: wordingOf(visit, cell), isAgain: isForbidden(visit, cell) })
        : await this.page(visit),
    );
  }

  @Post(':token')
  @HttpCode(200)
  async act(
    @Req() request: AuthenticatedRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    const before = await this.visits.look(request, await this.visits.open(request));
    response.type('html');
    if (!before.isWhole) response.status(400);
    if (!isPersons(before)) return documentOf(gonePage(before));
    const result = await this.carryOut(request, before);
    if (result === null) {
      response.status(400);
      return documentOf(problemPage(before, 'notUnderstood'));
    }
    const after = await this.visits.look(request, before.link);
    return documentOf(isPersons(after) ? await this.page(after, result) : gonePage(after));
  }

  /** What was done, in words; null for what was not understood, and then nothing was. */
  private async carryOut(request: AuthenticatedRequest, visit: PersonsVisit): Promise<Result | null> {
    const { stop, allow, end } = fieldsOf(request);
    const { phrases, link, purposes } = visit;
    if (stop !== undefined) {
      const cell = cellNamed(stop, purposes);
      return cell && this.stop(request.id, visit, cell);
    }
    if (allow !== undefined) {
      const cell = cellNamed(allow, purposes);
      if (!cell) return null;
      const { done } = phrases.words;
      const before = openAlready(visit, cell);
      if (before !== null) return { text: done[before](phrases.thing(cell)), isStop: false };
      if (!mayOpen(visit, cell)) return null;
      if (!(await this.visits.mayOpen(link)))
        return { text: done.notOpened(visit.controller.name), isStop: false };
      const wording = wordingOf(visit, cell);
      await this.acts.allow(request.id, visit, cell, wording);
      const thing = phrases.thing(cell);
      return { text: wording === null ? done.allowed(thing) : done.consented(thing), isStop: false };
    }
    const sequence = isId(end)
      ? (await this.visits.sequences(visit)).find(({ id }) => id === end)
      : undefined;
    if (!sequence) return null;
    await this.acts.endSequence(request.id, link, sequence.id);
    return { text: phrases.words.done.stoppedSequence(sequence.name), isStop: true };
  }

  private async stop(
    requestId: string,
    { phrases, link, person }: PersonsVisit,
    cell: Cell,
  ): Promise<Result> {
    await this.acts.stop(requestId, link, {
      cell,
      receivedVia: 'preference_page',
      consents: person.consents,
    });
    const { done } = phrases.words;
    const isEverything = cell.channel === 'all' && cell.purpose === 'all';
    return { text: isEverything ? done.stoppedEverything : done.stopped(phrases.thing(cell)), isStop: true };
  }

  private async page(
    visit: PersonsVisit,
    result: Result | null = null,
  ): Promise<ReturnType<typeof preferencePage>> {
    return preferencePage({ ...visit, sequences: await this.visits.sequences(visit), result });
  }
}

/** Null for what is nobody's to open by itself: all of a channel, a purpose in every channel. */
function standingIn({ person, purposes }: PersonsVisit, { channel, purpose }: Cell): Standing | null {
  const found = purposes.find(({ key }) => key === purpose);
  if (!found || (found.class === 'profiling') !== (channel === 'all')) return null;
  return standingOf(person, found, channel);
}

/** Is this the person's to open: they closed it themselves, or nobody asked them yet? */
function mayOpen(visit: PersonsVisit, cell: Cell): boolean {
  const standing = standingIn(visit, cell);
  if (standing?.is === 'not_asked') return isReachable(visit.person, cell.channel);
  return standing?.is === 'objected' && standing.by === 'person';
}

/** How it is open since it was pressed before; null: it is not. Pressed twice, or loaded again, is pressed once. */
function openAlready(visit: PersonsVisit, cell: Cell): 'allowed' | 'consented' | null {
  const standing = standingIn(visit, cell);
  if (standing?.is === 'consented') return 'consented';
  return standing?.is === 'not_objected' ? 'allowed' : null;
}

/** Did the person say no to it, so that it opens again and not for the first time? */
const isForbidden = ({ person, purposes }: PersonsVisit, cell: Cell): boolean =>
  purposes.some(
    (purpose) =>
      purpose.key === cell.purpose && person.objections.some((objection) => covers(objection, cell, purpose)),
  );

/** The consent that opening takes, word for word; null where it takes none. */
function wordingOf({ phrases, controller, person, purposes }: PersonsVisit, cell: Cell): string | null {
  const purpose = purposes.find(({ key }) => key === cell.purpose);
  if (!purpose || !needsConsent(person, purpose, cell.channel)) return null;
  return phrases.words.again.consent(controller.name, phrases.thing(cell));
}
