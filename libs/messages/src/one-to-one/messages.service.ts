import { Injectable } from '@nestjs/common';
import { Audit, PrivacyOfficer } from '@seloste/audit';
import { contactsWithin } from '@seloste/identity';
import { NotFound, type Page, type RequestContext } from '@seloste/kernel';
import { Permissions, type ContactAttempt, type Decision } from '@seloste/permissions';
import { Database, languageOf, type ListQuery, type Reader } from '@seloste/platform';
import { MessageGone } from '../messages.errors.js';
import type { MessageDecision, MessageResponse } from './one-to-one.dto.js';
import { authorOf, findMessage, listMessages, type MessageRow } from './read-messages.js';
import { WrittenByHand } from './written-by-hand.js';

/** What was written to people, and taking back what has not left. */
@Injectable()
export class MessagesService {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly privacy: PrivacyOfficer,
    private readonly permissions: Permissions,
    private readonly byHand: WrittenByHand,
  ) {}

  /** A person's messages, newest first. @throws NotFound */
  async list(context: RequestContext, contactId: string, query: ListQuery): Promise<Page<MessageResponse>> {
    const subject = { subjectType: 'contact', subjectId: contactId };
    const page = await this.privacy.read(context, subject, async (reader) => {
      await assertReaches(reader, context, contactId);
      const rows = await listMessages(reader, contactId, query);
      const items = await Promise.all(rows.items.map((row) => this.responseOf(context, row, reader)));
      return { ...rows, items };
    });
    await this.audit.recordRead(context, { action: 'contact.messages', ...subject });
    return page;
  }

  /** A message that the caller has just written. @throws NotFound */
  async get(context: RequestContext, id: string): Promise<MessageResponse> {
    const row = await findMessage(this.database, id);
    if (!row) throw new NotFound('message');
    return this.responseOf(context, row, this.database);
  }

  /** Takes a mail back that somebody wrote by hand and that has not left. @throws NotFound, MessageGone */
  async cancel(context: RequestContext, id: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const parameters: unknown[] = [id];
      const within = contactsWithin(context, 'messages.create', 'c', parameters) ?? 'true';
      const [message] = await tx.query<{ contactId: string; status: string }[]>(
        `SELECT m.contact_id AS "contactId", m.status FROM messages m JOIN contacts c ON c.id = m.contact_id
         WHERE m.id = $1 AND m.origin_kind = 'one_to_one' AND ${within} FOR UPDATE OF m`,
        parameters,
      );
      if (!message) throw new NotFound('message');
      if (message.status !== 'waiting') throw new MessageGone();
      await tx.query(`UPDATE messages SET status = 'cancelled', sealed_content = NULL WHERE id = $1`, [id]);
      const subject = { subjectType: 'message', subjectId: id, shownIds: [message.contactId] };
      await this.audit.record(tx, context, { action: 'message.cancel', ...subject });
    });
  }

  private async responseOf(
    context: RequestContext,
    row: MessageRow,
    reader: Reader,
  ): Promise<MessageResponse> {
    const {
      id,
      contactId,
      class: itsClass,
      purpose,
      language,
      originKind,
      originId,
      areas,
      roleReason,
    } = row;
    const { status, failure, createdAt, notBefore, handedOverAt, interactionId } = row;
    const { bouncedAt, bounceKind, complainedAt } = row;
    return {
      ...{ id, contactId, class: itsClass, purpose, language, originKind, originId, areas, roleReason },
      subject: row.told ?? this.byHand.wordsOf(row)?.subject ?? null,
      author: authorOf(row),
      ...{ status, failure, createdAt, notBefore, handedOverAt, interactionId },
      ...{ bouncedAt, bounceKind, complainedAt },
      decision: await this.decisionOf(context, row, reader),
    };
  }

  private async decisionOf(
    context: RequestContext,
    row: MessageRow,
    reader: Reader,
  ): Promise<MessageDecision | null> {
    const { purpose, areas, roleReason, status } = row;
    const attempt: ContactAttempt = { channel: 'email', purpose, areas, roleReason };
    const decision =
      recorded(row) ??
      (status === 'waiting' ? await this.permissions.decide(reader, row.contactId, attempt) : null);
    if (decision === null) return null;
    const sentence = this.permissions.sentenceOf(decision, attempt, languageOf(context));
    return { channel: 'email', purpose, ...decision, sentence };
  }
}

/** The decision on the message's row. */
function recorded({ status, ...row }: MessageRow): Decision | null {
  if (row.code === null || row.law === null) return null;
  const { evidenceType: type, evidenceId: id } = row;
  return {
    allowed: status !== 'stopped',
    // The database wrote down what the decision said.
    code: row.code as Decision['code'],
    law: row.law,
    since: row.since,
    evidence: type && id ? ({ type, id } as Decision['evidence']) : null,
    obligations: (row.obligations ?? []) as Decision['obligations'],
  };
}

/** @throws NotFound */
async function assertReaches(reader: Reader, context: RequestContext, contactId: string): Promise<void> {
  const parameters: unknown[] = [contactId];
  const within = contactsWithin(context, 'contacts.read', 'c', parameters) ?? 'true';
  const rows = await reader.read(`SELECT 1 FROM contacts c WHERE c.id = $1 AND ${within}`, parameters);
  if (rows.length === 0) throw new NotFound('contact');
}
