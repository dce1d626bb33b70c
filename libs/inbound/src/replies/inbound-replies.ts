import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import { newId, type Clock, type RequestContext } from '@seloste/kernel';
import type { AnsweredMessage } from '@seloste/messages';
import { AddressDigests, Objections } from '@seloste/permissions';
import { CLOCK, Database } from '@seloste/platform';
import type { Letter } from '../mailbox/letter.js';
import { isAutomatic, ownWordsIn } from './reply-text.js';
import { findStop, type StopFound } from './stop-words.js';

/** A reply to a message of ours. */
export interface Reply {
  message: AnsweredMessage;
  letter: Letter;
  at: Date;
}

/** Acts by replies that plainly ask us to stop, and has the others read by a person (C8, H12). */
@Injectable()
export class InboundReplies {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly objections: Objections,
    private readonly digests: AddressDigests,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @returns whether anything was kept of it: of a reply that asks nothing of the kind, nothing is */
  async take(context: RequestContext, reply: Reply): Promise<boolean> {
    if (isAutomatic(reply.letter)) return false;
    const found = findStop(await ownWordsIn(reply.letter));
    if (found === null) return false;
    await (found.whole && this.isByAddressee(reply)
      ? this.object(context, reply, found)
      : this.keep(context, reply, found));
    return true;
  }

  /** Nobody is opted out by what somebody else wrote alone. */
  private isByAddressee({ letter, message: { recipient } }: Reply): boolean {
    const [sender] = letter.from?.value ?? [];
    if (!sender?.address || recipient === null) return false;
    return this.digests.digestOf('email', sender.address).equals(this.digests.digestOf('email', recipient));
  }

  private async object(
    context: RequestContext,
    { message, at }: Reply,
    { sentence }: StopFound,
  ): Promise<void> {
    await this.database.transaction((tx) =>
      this.objections.record(tx, context, {
        contactId: message.contactId,
        channel: 'email',
        purpose: 'all',
        receivedVia: 'reply',
        note: sentence,
        messageId: message.id,
        objectedAt: at,
      }),
    );
  }

  private async keep(
    context: RequestContext,
    { message, letter, at }: Reply,
    found: StopFound,
  ): Promise<void> {
    const id = newId();
    const name = letter.messageId ?? `${message.id} ${at.toISOString()}`;
    const digest = createHash('sha256').update(name).digest();
    await this.database.transaction(async (tx) => {
      const [kept] = await tx.query<{ isNew: boolean }[]>(
        'SELECT keep_stop_reply($1, $2, $3, $4, $5, $6, $7, $8) AS "isNew"',
        [
          ...[id, message.contactId, message.id, digest],
          ...[found.language, found.sentence, at, this.clock.now()],
        ],
      );
      if (!kept?.isNew) return;
      const entry = { action: 'stop_reply.record', subjectType: 'stop_reply', subjectId: id };
      await this.audit.record(tx, context, { ...entry, shownIds: [message.contactId] });
    });
  }
}
