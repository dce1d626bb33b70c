import { Injectable } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import type { Language, RequestContext } from '@seloste/kernel';
import { AddressDigests } from '@seloste/permissions';
import type { Reader } from '@seloste/platform';
import type { EntityManager } from 'typeorm';

/** A message of ours that somebody answered, or reports about. */
export interface AnsweredMessage {
  id: string;
  contactId: string;
  language: Language;
  /** The address that it was handed over for; null while that is not known. */
  recipient: string | null;
}

export interface Complaint {
  message: AnsweredMessage;
  /** When it came in. */
  at: Date;
}

export interface Bounce extends Complaint {
  /** `hard`: the address is no good. `soft`: not this time. */
  kind: 'hard' | 'soft';
  /** RFC 3463, for example `5.1.1`. */
  status: string;
}

/** What became of messages after they had left; restricted people's among them. */
@Injectable()
export class MessageReports {
  constructor(
    private readonly audit: Audit,
    private readonly digests: AddressDigests,
  ) {}

  /**
   * Those of the ids that are messages which left the house, or may have; in the order of the ids. What comes back for
   * somebody who was erased concerns nobody whom we know.
   */
  async find(reader: Reader, ids: string[]): Promise<AnsweredMessage[]> {
    if (ids.length === 0) return [];
    return reader.read<AnsweredMessage>(
      `SELECT id, contact_id AS "contactId", language, recipient FROM messages_answered($1) m
       WHERE NOT EXISTS (SELECT FROM contacts c WHERE c.id = m.contact_id AND c.erased_at IS NOT NULL)
       ORDER BY array_position($1::uuid[], id)`,
      [ids],
    );
  }

  /** A message came back. After a hard bounce, or five soft ones in a row within thirty days, nothing more goes to its address (917/2014 s. 204). */
  async bounced(
    tx: EntityManager,
    context: RequestContext,
    { message: { id, recipient }, kind, status, at }: Bounce,
  ): Promise<void> {
    const [row] = await tx.query<{ stops: boolean | null }[]>(
      'SELECT message_bounced($1, $2, $3, $4) AS stops',
      [id, kind, status, at],
    );
    if (row?.stops == null) return; // it was known
    const stops = row.stops && recipient !== null;
    if (stops)
      await tx.query(
        'INSERT INTO undeliverable_addresses (digest, since, status) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
        [this.digests.digestOf('email', recipient), at, status],
      );
    const fields = ['bounceKind', 'bounceStatus', ...(stops ? ['undeliverable'] : [])];
    const entry = { action: 'message.bounce', subjectType: 'message', subjectId: id, fields };
    await this.audit.record(tx, context, entry);
  }

  /** The addressee called the message junk. Their objection is the caller's to record. */
  async complained(
    tx: EntityManager,
    context: RequestContext,
    { message: { id }, at }: Complaint,
  ): Promise<void> {
    await tx.query('SELECT message_complained($1, $2)', [id, at]);
    const entry = { action: 'message.complain', subjectType: 'message', subjectId: id };
    await this.audit.record(tx, context, entry);
  }
}
