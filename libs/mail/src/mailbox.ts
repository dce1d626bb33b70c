import { Injectable } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import { NotFound, type RequestContext } from '@seloste/kernel';
import { Database, readPage, Sealer, type ListQuery } from '@seloste/platform';
import { LetterDesk } from './letter-desk.js';
import type { MailboxLetter, MailboxMessage, MailboxPage } from './mailbox.dto.js';
import { Mailer } from './mailer.js';

type Row = MailboxMessage & { sealedValues: string | null };

/** What the words of messages to people are sealed as. */
export const messageContentUse = 'content of a message';

/** A message to a person as it is kept where there is no mail server. */
interface KeptMessage {
  subject: string;
  text: string;
  html: string;
  headers: Record<string, string>;
}

/** The system's own mail, and what would have left for people of the register. */
const all = `(
  SELECT id, template, language, recipient, status, attempts, failure, created_at, handed_over_at, contact_id, sealed_values FROM mail_messages
  UNION ALL
  SELECT id, 'message', language, recipient, status, attempts, failure, created_at, handed_over_at, contact_id, sealed_content FROM messages
  WHERE status = 'kept') m`;

const columns = `
  m.id, m.template, m.language, m.recipient AS "to", m.status, m.attempts, m.failure, m.created_at AS "createdAt",
  m.handed_over_at AS "handedOverAt"`;

/**
 * What the system wrote in the last thirty days. Who runs the installation sees mail to colleagues; mail to people of the
 * register is for those who act for them (`contacts.restrict`).
 */
@Injectable()
export class Mailbox {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly desk: LetterDesk,
    private readonly mailer: Mailer,
    private readonly sealer: Sealer,
  ) {}

  /** Newest first. */
  async list(context: RequestContext, request: ListQuery): Promise<MailboxPage> {
    const page = await readPage<MailboxMessage & { cursor_key: string[] }>(
      this.database,
      {
        select: columns,
        from: all,
        where: visibleTo(context),
        parameters: [],
        sort: {
          keys: [
            { sql: 'm.created_at', type: 'timestamptz' },
            { sql: 'm.id', type: 'uuid' },
          ],
          descending: true,
        },
      },
      request,
    );
    await this.audit.recordRead(context, {
      action: 'mail_message.list',
      subjectType: 'mail_message',
    });
    const items = page.items.map(({ cursor_key: _, ...message }) => message);
    return { ...page, items, isDeliverable: this.mailer.isDeliverable };
  }

  /** What was sent, or waits to be, is for its reader alone: a one-time link in it is theirs. @throws NotFound */
  async get(context: RequestContext, id: string): Promise<MailboxLetter> {
    const where = ['m.id = $1', ...visibleTo(context)].join(' AND ');
    const [row] = await this.database.read<Row>(
      `SELECT ${columns}, m.sealed_values AS "sealedValues" FROM ${all} WHERE ${where}`,
      [id],
    );
    if (!row) throw new NotFound('message');
    await this.audit.recordRead(context, {
      action: 'mail_message.read',
      subjectType: 'mail_message',
      subjectId: id,
    });
    const { sealedValues, ...message } = row;
    const letter = row.status === 'kept' && sealedValues !== null ? await this.letterOf(row) : null;
    return { ...message, ...(letter ?? { subject: null, text: null, html: null, headers: [] }) };
  }

  private async letterOf(
    row: Row,
  ): Promise<Pick<MailboxLetter, 'subject' | 'text' | 'html' | 'headers'> | null> {
    if (row.template !== 'message') {
      const letter = this.desk.write(row, await this.desk.writer());
      return letter && { ...letter, headers: [] };
    }
    const opened = this.sealer.open(row.sealedValues ?? '', messageContentUse, row.id);
    if (opened === null) return null;
    const { subject, text, html, headers } = JSON.parse(opened) as KeptMessage;
    return {
      subject,
      text,
      html,
      headers: Object.entries(headers).map(([name, value]) => ({ name, value })),
    };
  }
}

/** Row-level security hides whose processing is restricted, and so their mail. */
const visibleTo = ({ actor }: RequestContext): string[] =>
  actor.kind === 'user' && actor.permissions.has('contacts.restrict')
    ? ['(m.contact_id IS NULL OR EXISTS (SELECT FROM contacts c WHERE c.id = m.contact_id))']
    : ['m.contact_id IS NULL'];
