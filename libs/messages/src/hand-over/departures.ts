import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@seloste/kernel';
import { MailPool, messageContentUse } from '@seloste/mail';
import { PersonLinks, type LinkUrls } from '@seloste/permissions';
import { CLOCK, Sealer, type Reader } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import { MessageContents, type MessageContent } from '../message-contents.js';
import type { MessageStatus } from '../message.entity.js';
import { nextAttempt } from './back-off.js';
import { decideAbout, dueMessages, type DecidedMessage } from './due-messages.js';
import type { Addressed } from './hold.js';
import { letterOf, type WrittenLetter } from './letter.js';

/** A message with the decision about it, and what it says; `letter` is null when it does not leave. */
export interface Departure {
  message: DecidedMessage;
  status: MessageStatus;
  failure: string | null;
  letter: WrittenLetter | null;
  /** Of one that could not be written: when it is tried again. */
  notBefore?: Date;
}

const record = `
  UPDATE messages m SET status = i.status, failure = i.failure, decided_at = $2, decision_code = i.code, decision_law = i.law,
    decision_since = i.since, decision_evidence_type = i."evidenceType", decision_evidence_id = i."evidenceId",
    decision_obligations = i.obligations, recipient = i.recipient, not_before = coalesce(i."notBefore", m.not_before),
    attempts = m.attempts + i.tried, sealed_content = coalesce(i.sealed, m.sealed_content)
  FROM jsonb_to_recordset($1) AS i(id uuid, status text, failure text, code text, law text, since timestamptz, "evidenceType" text,
    "evidenceId" uuid, obligations text[], recipient text, sealed text,
    "notBefore" timestamptz, tried integer)
  WHERE m.id = i.id`;

const anyDue = `SELECT 1 FROM messages WHERE status = 'waiting' AND NOT paused AND not_before <= $1 LIMIT 1`;

/** Decides about messages, writes those that may leave, and puts both on record before anything leaves. */
@Injectable()
export class Departures {
  constructor(
    private readonly contents: MessageContents,
    private readonly links: PersonLinks,
    private readonly pool: MailPool,
    private readonly sealer: Sealer,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async areDue(reader: Reader): Promise<boolean> {
    return (await reader.read(anyDue, [this.clock.now()])).length > 0;
  }

  /** The oldest messages whose time has come, nobody else's until the transaction ends. */
  due(tx: EntityManager, limit: number): Promise<Addressed[]> {
    return dueMessages(tx, this.clock.now(), limit);
  }

  /** What becomes of messages whose addressees are held. Changes nothing yet. */
  async prepare(tx: EntityManager, addressed: Addressed[]): Promise<Departure[]> {
    const decided = await decideAbout(tx, addressed, this.clock.now());
    const going = decided.filter(({ allowed, recipient }) => allowed && recipient !== null);
    const toWrite = going.map((message) => ({ ...message, links: this.links.urlsOf(message.id) }));
    const contents = await this.contents.of(tx, toWrite);
    const linksOf = new Map(toWrite.map(({ id, links }) => [id, links]));
    return decided.map((message) => {
      const links = linksOf.get(message.id);
      return links ? this.departureOf(message, contents.get(message.id), links) : stays(message, 'stopped');
    });
  }

  /** Puts the decisions on record. The database refuses marketing that they do not permit at this moment. */
  async record(tx: EntityManager, departures: Departure[]): Promise<void> {
    const rows = departures.map(({ message, status, failure, letter, notBefore }) => ({
      id: message.id,
      status,
      failure,
      code: message.code,
      law: message.law,
      since: message.since,
      evidenceType: message.evidenceType,
      evidenceId: message.evidenceId,
      obligations: message.obligations,
      recipient: letter === null ? null : message.recipient,
      sealed: letter === null ? null : this.sealed(message, letter, status),
      notBefore,
      tried: notBefore ? 1 : 0,
    }));
    await tx.query(record, [JSON.stringify(rows), this.clock.now()]);
  }

  private departureOf(
    message: DecidedMessage,
    content: MessageContent | null | undefined,
    links: LinkUrls,
  ): Departure {
    if (content === undefined) return stays(message, 'failed', 'no_content');
    if (content === null) {
      const notBefore = nextAttempt(message, this.clock.now());
      if (notBefore === null) return stays(message, 'failed', 'not_written');
      return { ...stays(message, 'waiting', 'not_written'), notBefore };
    }
    const letter = letterOf(message, content, { links, sender: this.pool.sender });
    if (typeof letter === 'string') return stays(message, 'failed', letter);
    return { message, status: this.pool.isDeliverable ? 'handing_over' : 'kept', failure: null, letter };
  }

  /** The mailbox shows a letter as it would have left; of one that leaves, the timeline needs less. Null: what is there stays. */
  private sealed(
    { id, sealedContent }: DecidedMessage,
    letter: WrittenLetter,
    status: MessageStatus,
  ): string | null {
    if (status !== 'kept' && sealedContent !== null) return null;
    const { subject, note } = letter;
    return this.sealer.seal(
      JSON.stringify(status === 'kept' ? letter : { subject, note }),
      messageContentUse,
      id,
    );
  }
}

const stays = (message: DecidedMessage, status: MessageStatus, failure: string | null = null): Departure => ({
  message,
  status,
  failure,
  letter: null,
});
