import { Inject, Injectable } from '@nestjs/common';
import { Calendar } from '@seloste/identity';
import { InvalidInput, NotFound, type Clock, type RequestContext } from '@seloste/kernel';
import { CLOCK, readerOf } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import { deadlineOf, mayExtendOn } from '../deadlines/deadlines.js';
import { readRequest } from '../register/read-requests.js';
import { RequestTrail } from '../register/request-trail.js';
import { NotIdentified } from '../register/requests.errors.js';
import { RequestWork, saveRequest } from '../register/request-work.js';
import type { RequestResponse } from '../register/requests.dto.js';
import type { SubjectRequest } from '../register/subject-request.entity.js';
import type { DecideRequest, ExtendRequest, SendLetter } from './answers.dto.js';
import { ExtendedAlready, TooLateToExtend } from './answers.errors.js';
import { SendLetters } from './send-letters.js';

/** What can be answered though nobody showed whose request it is. */
const withoutIdentity = new Set(['refused', 'unidentified', 'passed_on']);

/** How a request is answered: put off once, with a reason, or decided; each is told in the same transaction (GDPR Art. 12). */
@Injectable()
export class Answers {
  constructor(
    private readonly work: RequestWork,
    private readonly letters: SendLetters,
    private readonly trail: RequestTrail,
    private readonly calendar: Calendar,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws NotFound, RequestClosed, InvalidInput */
  tell(context: RequestContext, id: string, input: SendLetter): Promise<RequestResponse> {
    return this.on(context, id, async (tx, request) => {
      await this.letters.send(tx, context, request, input);
    });
  }

  /** @throws NotFound, RequestClosed, StaleVersion, InvalidInput, TooLateToExtend, ExtendedAlready */
  async extend(
    context: RequestContext,
    id: string,
    { months, reason, letter }: ExtendRequest,
    ifMatch?: number,
  ): Promise<RequestResponse> {
    return this.on(
      context,
      id,
      async (tx, request) => {
        if (request.extension > 0) throw new ExtendedAlready();
        const { receivedOn } = request;
        const told = await this.letters.send(tx, context, request, { kind: 'extension', letter });
        if (!mayExtendOn(receivedOn, told.sentOn) || told.sentOn < receivedOn) throw new TooLateToExtend();
        const dueOn = deadlineOf(receivedOn, months);
        await saveRequest(tx, Object.assign(request, { extension: months, extensionReason: reason, dueOn }));
        await this.trail.record(tx, context, request, { step: 'extended', code: reason, fields: ['dueOn'] });
      },
      ifMatch,
    );
  }

  /** @throws NotFound, RequestClosed, StaleVersion, InvalidInput, NotIdentified */
  async decide(
    context: RequestContext,
    id: string,
    input: DecideRequest,
    ifMatch?: number,
  ): Promise<RequestResponse> {
    const { outcome, letter, grounds = [], passedOnTo = null } = input;
    assertWhole(input);
    return this.on(
      context,
      id,
      async (tx, request) => {
        if (request.identifiedAt === null && !withoutIdentity.has(outcome)) throw new NotIdentified();
        if (passedOnTo !== null) await assertCompany(tx, passedOnTo);
        await this.letters.send(tx, context, request, { kind: 'answer', letter });
        await this.trail.record(tx, context, request, { step: 'decided', code: outcome });
        const ending = { status: 'closed' as const, outcome, refusalGrounds: grounds, passedOnTo };
        await saveRequest(tx, Object.assign(request, ending, { closedAt: this.clock.now() }));
        await this.trail.record(tx, context, request, { step: 'closed', code: outcome });
      },
      ifMatch,
    );
  }

  private async on(
    context: RequestContext,
    id: string,
    work: (tx: EntityManager, request: SubjectRequest) => Promise<void>,
    ifMatch?: number,
  ): Promise<RequestResponse> {
    const today = await this.calendar.today();
    return this.work.carryOn(
      context,
      id,
      async (tx, request) => {
        await work(tx, request);
        return readRequest(readerOf(tx), context, { id, today });
      },
      ifMatch,
    );
  }
}

/** @throws InvalidInput where a refusal has no ground, a granted request one, or nobody knows to whom it was passed on */
function assertWhole({ outcome, grounds = [], passedOnTo }: DecideRequest): void {
  const isRefused = outcome === 'refused' || outcome === 'partly_granted';
  if (isRefused !== grounds.length > 0)
    throw InvalidInput.of(
      'grounds',
      isRefused ? 'required' : 'not_allowed',
      'a refusal has grounds, nothing else has',
    );
  if ((outcome === 'passed_on') !== (passedOnTo !== undefined))
    throw InvalidInput.of('passedOnTo', 'required', 'must name the customer to whom it was passed on');
}

/** @throws NotFound */
async function assertCompany(tx: EntityManager, id: string): Promise<void> {
  const found = await tx.query<unknown[]>('SELECT 1 AS one FROM companies WHERE id = $1', [id]);
  if (found.length === 0) throw new NotFound('company');
}
