import { Inject, Injectable } from '@nestjs/common';
import { Audit, type AuditEntry } from '@seloste/audit';
import { insertMails, type SentMail } from '@seloste/interactions';
import { newId, type Clock, type RequestContext } from '@seloste/kernel';
import { messageContentUse } from '@seloste/mail';
import { CLOCK, Database, Sealer } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import type { Message } from '../message.entity.js';

const itself: RequestContext = { actor: { kind: 'system', name: 'messages' }, requestId: 'messages' };

/** So many messages are followed up in one transaction. */
const atOnce = 200;

type Told = 'id' | 'contactId' | 'companyId' | 'authorId' | 'originKind' | 'originId' | 'sealedContent';

interface HandedOver extends Pick<Message, Told> {
  handedOverAt: Date;
  gaveNotice: boolean;
}

const due = `SELECT contact_id AS "contactId" FROM messages WHERE status = 'handed_over' AND followed_up_at IS NULL ORDER BY handed_over_at LIMIT ${atOnce}`;

/** People before messages, as whoever restricts somebody holds them; the restricted are followed up when they are no longer. */
const holdPeople = 'SELECT id FROM contacts WHERE id = ANY($1) ORDER BY id FOR NO KEY UPDATE';

const take = `
  SELECT m.id, m.contact_id AS "contactId", c.company_id AS "companyId", m.author_id AS "authorId", m.origin_kind AS "originKind",
    m.origin_id AS "originId", m.sealed_content AS "sealedContent", m.handed_over_at AS "handedOverAt", 'notice' = ANY(m.decision_obligations) AS "gaveNotice"
  FROM messages m JOIN contacts c ON c.id = m.contact_id
  WHERE m.contact_id = ANY($1) AND m.status = 'handed_over' AND m.followed_up_at IS NULL FOR UPDATE OF m SKIP LOCKED`;

const discharge = `
  UPDATE notice_duties d SET discharged_at = $3, discharged_via = 'message', message_id = i.message_id
  FROM unnest($1::uuid[], $2::uuid[]) AS i(contact_id, message_id) WHERE d.contact_id = i.contact_id AND d.discharged_at IS NULL
  RETURNING d.contact_id AS "contactId"`;

const settle = `
  UPDATE messages m SET followed_up_at = $3, interaction_id = i.interaction_id, sealed_content = NULL
  FROM unnest($1::uuid[], $2::uuid[]) AS i(id, interaction_id) WHERE m.id = i.id`;

/** What follows when the mail server has a message: the timeline tells of it, and a notice that it gave is given (GDPR Art. 14). */
@Injectable()
export class FollowUps {
  private running: Promise<void> | null = null;

  constructor(
    private readonly database: Database,
    private readonly sealer: Sealer,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Follows up whatever has not been, in this process once at a time. */
  run(): Promise<void> {
    this.running ??= this.work().finally(() => (this.running = null));
    return this.running;
  }

  private async work(): Promise<void> {
    for (;;) {
      const people = await this.database.read<{ contactId: string }>(due);
      if (people.length === 0) return;
      const ids = people.map(({ contactId }) => contactId);
      const followedUp = await this.database.transaction((tx) => this.followUp(tx, ids));
      if (followedUp === 0) return; // in somebody else's hands
    }
  }

  private async followUp(tx: EntityManager, contactIds: string[]): Promise<number> {
    await tx.query(holdPeople, [contactIds]);
    const messages = await tx.query<HandedOver[]>(take, [contactIds]);
    if (messages.length === 0) return 0;
    const now = this.clock.now();
    const mails = messages.map((message) => this.mailOf(message));
    await insertMails(tx, mails, now);
    await this.audit.recordAll(tx, itself, tellings(messages, mails));
    const giving = messages.filter(({ gaveNotice }) => gaveNotice);
    if (giving.length > 0) await this.discharge(tx, giving, now);
    await tx.query(settle, [messages.map((m) => m.id), mails.map((mail) => mail.id), now]);
    return messages.length;
  }

  private async discharge(tx: EntityManager, giving: HandedOver[], now: Date): Promise<void> {
    const ids = [giving.map(({ contactId }) => contactId), giving.map(({ id }) => id)];
    const [told] = await tx.query<[{ contactId: string }[], number]>(discharge, [...ids, now]);
    const entries = told.map(({ contactId }) => ({
      ...{ action: 'notice_duty.discharge', subjectType: 'contact', subjectId: contactId },
      fields: ['dischargedAt', 'dischargedVia'],
    }));
    if (entries.length > 0) await this.audit.recordAll(tx, itself, entries);
  }

  private mailOf({ id, contactId, companyId, authorId, sealedContent, handedOverAt }: HandedOver): SentMail {
    const content = sealedContent === null ? null : this.sealer.open(sealedContent, messageContentUse, id);
    const { subject, note, body } = JSON.parse(content ?? '{}') as {
      subject?: string;
      note?: string | null;
      body?: string;
    };
    return {
      id: newId(),
      contactId,
      companyId,
      authorId,
      subject: subject ?? '–',
      body: note ?? body ?? null,
      sentAt: handedOverAt,
    };
  }
}

/**
 * One event for a message by hand, one for all of a mailing's: in whose timelines they are is in it either way. Other
 * systems are told that an interaction began to exist, and never that a mailing did.
 */
function tellings(messages: HandedOver[], mails: SentMail[]): AuditEntry[] {
  const entries = new Map<string, AuditEntry & { shownIds: string[] }>();
  messages.forEach(({ id, contactId, originKind, originId }, i) => {
    const [action, subjectType, subjectId] =
      originId === null
        ? ['interaction.create', 'interaction', mails[i]?.id]
        : ['message.tell', originKind, originId];
    const entry = entries.get(originId ?? id) ?? {
      ...{ action, subjectType, subjectId, shownIds: [] },
      fields: ['type', 'direction', 'occurredAt', 'subject', 'body'],
    };
    if (!entry.shownIds.includes(contactId)) entry.shownIds.push(contactId);
    entries.set(originId ?? id, entry);
  });
  return [...entries.values()];
}
