import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import { actingUserId, DomainError, type Clock, type Page, type RequestContext } from '@seloste/kernel';
import { Objections } from '@seloste/permissions';
import { CLOCK, Database, readerOf } from '@seloste/platform';
import { listStopReplies, readStopReply } from './read-stop-replies.js';
import type { DecideOnReply, StopReplyQuery, StopReplyResponse } from './stop-replies.dto.js';
import { StopReply } from './stop-reply.entity.js';

/** Somebody else has read it. */
export class AlreadyDecided extends DomainError {
  constructor() {
    super('conflict', 'already_decided', 'This reply has been decided on.');
  }
}

/** Replies that may ask us to stop, and what a person makes of them. */
@Injectable()
export class StopReplies {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly objections: Objections,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async list(context: RequestContext, query: StopReplyQuery): Promise<Page<StopReplyResponse>> {
    const page = await listStopReplies(this.database, context, query);
    await this.audit.recordRead(context, {
      action: 'stop_reply.list',
      subjectType: 'stop_reply',
      shownIds: [...new Set(page.items.map(({ contact }) => contact.id))],
    });
    return page;
  }

  /**
   * Whether the person asks us to stop. If so, the objection holds from when they said so, and keeps what they said;
   * otherwise nothing of the reply is kept. @throws NotFound, AlreadyDecided, and as Objections.record
   */
  async decide(
    context: RequestContext,
    id: string,
    { objects, channel = 'email', purpose = 'all' }: DecideOnReply,
  ): Promise<StopReplyResponse> {
    return this.database.transaction(async (tx) => {
      await readStopReply(readerOf(tx), context, id);
      const reply = await tx.findOneOrFail(StopReply, {
        where: { id },
        lock: { mode: 'pessimistic_write' },
      });
      if (reply.decidedAt !== null) throw new AlreadyDecided();
      const { contactId, messageId, sentence: note, receivedAt: objectedAt } = reply;
      if (objects)
        await this.objections.record(tx, context, {
          ...{ contactId, channel, purpose, note, messageId, objectedAt },
          receivedVia: 'reply',
        });
      const decision = { decidedAt: this.clock.now(), decidedBy: actingUserId(context), objects };
      await tx.update(StopReply, { id }, { ...decision, sentence: null });
      await this.audit.record(tx, context, {
        action: 'stop_reply.decide',
        subjectType: 'stop_reply',
        subjectId: id,
        fields: ['objects'],
        shownIds: [contactId],
      });
      return readStopReply(readerOf(tx), context, id);
    });
  }
}
