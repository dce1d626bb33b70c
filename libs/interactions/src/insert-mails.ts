import type { EntityManager } from 'typeorm';
import { refreshLastInteraction } from './last-interaction.js';

/** A mail that left for one person. */
export interface SentMail {
  /** Of the interaction. */
  id: string;
  contactId: string;
  companyId: string | null;
  authorId: string | null;
  subject: string;
  body: string | null;
  sentAt: Date;
}

const sql = `
  WITH input AS (
    SELECT * FROM jsonb_to_recordset($1) AS i(id uuid, "contactId" uuid, "companyId" uuid, "authorId" uuid, subject text, body text, "sentAt" timestamptz)
  ), mails AS (
    INSERT INTO interactions (id, type, direction, occurred_at, subject, body, company_id, author_id, created_at)
    SELECT id, 'email', 'out', "sentAt", subject, body, "companyId", "authorId", $2 FROM input
  )
  INSERT INTO interaction_participants (interaction_id, contact_id, position, occurred_at)
  SELECT id, "contactId", 0, "sentAt" FROM input`;

/** Tells timelines of any number of mails that left, in one statement. The audit record is the caller's. */
export async function insertMails(tx: EntityManager, mails: SentMail[], at: Date): Promise<void> {
  if (mails.length === 0) return;
  await tx.query(sql, [JSON.stringify(mails), at]);
  await refreshLastInteraction(tx, {
    contactIds: mails.map(({ contactId }) => contactId),
    companyIds: [...new Set(mails.flatMap(({ companyId }) => companyId ?? []))],
  });
}
