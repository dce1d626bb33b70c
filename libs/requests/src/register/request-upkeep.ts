import { Inject, Injectable } from '@nestjs/common';
import { Calendar, UserAccess } from '@seloste/identity';
import { changesOf, InvalidInput, NotFound, type Clock, type RequestContext } from '@seloste/kernel';
import { CLOCK, readerOf } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import { readRequest } from './read-requests.js';
import { RequestTrail } from './request-trail.js';
import { RequestWork, saveRequest } from './request-work.js';
import type { RequestResponse, UpdateRequest } from './requests.dto.js';
import type { SubjectRequest } from './subject-request.entity.js';

/** What becomes known of a request after it came in: whose it is, who answers it, what it asks for after all. */
@Injectable()
export class RequestUpkeep {
  constructor(
    private readonly work: RequestWork,
    private readonly trail: RequestTrail,
    private readonly users: UserAccess,
    private readonly calendar: Calendar,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws NotFound, InvalidInput, StaleVersion, RequestClosed */
  async update(
    context: RequestContext,
    id: string,
    input: UpdateRequest,
    ifMatch?: number,
  ): Promise<RequestResponse> {
    const today = await this.calendar.today();
    await this.assertAnswers(context, input.assigneeId);
    return this.work.carryOn(
      context,
      id,
      async (tx, request) => {
        const changes = changesOf(request, { ...input });
        if (changes.contactId !== undefined) await assertIsThere(tx, changes.contactId);
        if (Object.keys(changes).length > 0) await this.change(tx, context, request, changes);
        return readRequest(readerOf(tx), context, { id, today });
      },
      ifMatch,
    );
  }

  /** The person took it back. @throws NotFound, RequestClosed */
  async withdraw(context: RequestContext, id: string): Promise<RequestResponse> {
    const today = await this.calendar.today();
    return this.work.carryOn(context, id, async (tx, request) => {
      Object.assign(request, { status: 'closed', outcome: 'withdrawn', closedAt: this.clock.now() });
      await saveRequest(tx, request);
      await this.trail.record(tx, context, request, { step: 'closed', code: 'withdrawn' });
      return readRequest(readerOf(tx), context, { id, today });
    });
  }

  private async change(
    tx: EntityManager,
    context: RequestContext,
    request: SubjectRequest,
    changes: UpdateRequest,
  ): Promise<void> {
    // Somebody else's request is nobody's until it is shown anew.
    const isRelinked = changes.contactId !== undefined;
    if (isRelinked) Object.assign(request, { status: 'received', identifiedAt: null });
    await saveRequest(tx, Object.assign(request, changes));
    const step = isRelinked ? 'linked' : changes.assigneeId === undefined ? 'changed' : 'assigned';
    await this.trail.record(tx, context, request, { step, fields: Object.keys(changes) });
  }

  /** @throws InvalidInput for somebody who may not answer requests */
  private async assertAnswers({ requestId }: RequestContext, userId: string | undefined): Promise<void> {
    if (userId === undefined) return;
    const access = await this.users.contextOf(userId, 'requests.manage', requestId);
    if (!access)
      throw InvalidInput.of('assigneeId', 'not_allowed', 'must be somebody who may answer requests');
  }
}

/** @throws NotFound */
async function assertIsThere(tx: EntityManager, contactId: string): Promise<void> {
  const found = await tx.query<unknown[]>(
    'SELECT 1 AS one FROM contacts WHERE id = $1 AND erased_at IS NULL',
    [contactId],
  );
  if (found.length === 0) throw new NotFound('contact');
}
