import { Inject, Injectable } from '@nestjs/common';
import { Audit, type AuditEntry } from '@seloste/audit';
import type { Clock } from '@seloste/kernel';
import { MailPool, type HandOver } from '@seloste/mail';
import { CLOCK } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import { MessageReports } from '../message-reports.js';
import { nextAttempt } from './back-off.js';
import type { DecidedMessage } from './due-messages.js';

/** How the hand-over of a message ended; null: it was not begun, and is anybody's again. */
export interface Outcome {
  message: DecidedMessage;
  handOver: HandOver | null;
}

const context = { actor: { kind: 'system', name: 'messages' }, requestId: 'messages' } as const;

const record = `
  UPDATE messages m SET status = i.status, failure = i.failure, not_before = coalesce(i."notBefore", m.not_before), attempts = m.attempts + i.tried,
    handed_over_at = CASE WHEN i.status = 'handed_over' THEN $2::timestamptz END, message_id = i."messageId"
  FROM jsonb_to_recordset($1) AS i(id uuid, status text, failure text, "notBefore" timestamptz, tried integer, "messageId" text)
  WHERE m.id = i.id AND m.status IN ('handing_over', 'in_doubt')`;

/** Puts on record what became of messages that were given to the mail server, or stopped, or kept. */
@Injectable()
export class Outcomes {
  constructor(
    private readonly audit: Audit,
    private readonly reports: MessageReports,
    private readonly pool: MailPool,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async record(tx: EntityManager, outcomes: Outcome[]): Promise<void> {
    const now = this.clock.now();
    const rows = outcomes.map((outcome) => ({ id: outcome.message.id, ...this.rowOf(outcome, now) }));
    await tx.query(record, [JSON.stringify(rows), now]);
    const status = (i: number) => rows[i]?.status;
    const among = (wanted: string) =>
      outcomes.filter((_, i) => status(i) === wanted).map(({ message }) => message);
    await this.tell(tx, 'message.hand_over', among('handed_over'));
    await this.tell(tx, 'message.doubt', among('in_doubt'));
    await this.tell(tx, 'message.fail', among('failed'));
    await this.stopDeadAddresses(tx, outcomes, now);
  }

  /**
   * One event for a message by hand, one for all of a mailing's: whose it was is in it either way, and is found by
   * person.
   */
  async tell(tx: EntityManager, action: string, messages: DecidedMessage[]): Promise<void> {
    const entries = new Map<string, AuditEntry & { shownIds: string[] }>();
    for (const { id, contactId, originKind, originId } of messages) {
      const [subjectType, subjectId] = originKind === 'one_to_one' ? ['message', id] : [originKind, originId];
      const key = subjectId ?? '';
      const entry = entries.get(key) ?? { action, subjectType, subjectId, shownIds: [] };
      if (!entry.shownIds.includes(contactId)) entry.shownIds.push(contactId);
      entries.set(key, entry);
    }
    if (entries.size > 0) await this.audit.recordAll(tx, context, [...entries.values()]);
  }

  /** What the server says at once of an address counts like the report that others send afterwards. */
  private async stopDeadAddresses(tx: EntityManager, outcomes: Outcome[], at: Date): Promise<void> {
    for (const { message, handOver } of outcomes)
      if (handOver?.result === 'refused' && handOver.deadAddress !== null)
        await this.reports.bounced(tx, context, { message, kind: 'hard', status: handOver.deadAddress, at });
  }

  private rowOf({ message, handOver }: Outcome, now: Date) {
    if (handOver === null) return { status: 'waiting', tried: 0 };
    const { result } = handOver;
    if (result === 'taken')
      return { status: 'handed_over', tried: 1, messageId: this.pool.messageIdOf(message.id) };
    const { code: failure } = handOver;
    if (result === 'in_doubt')
      return { status: 'in_doubt', tried: 1, failure, messageId: this.pool.messageIdOf(message.id) };
    const notBefore = result === 'refused' ? null : nextAttempt(message, now);
    return notBefore === null
      ? { status: 'failed', tried: 1, failure }
      : { status: 'waiting', tried: 1, failure, notBefore };
  }
}
