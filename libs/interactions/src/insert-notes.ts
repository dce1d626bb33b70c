import type { EntityManager } from 'typeorm';
import { refreshLastInteraction } from './last-interaction.js';

/** A note about a person, a company or both; at least one of them. */
export interface NewNote {
  id: string;
  contactId: string | null;
  companyId: string | null;
  body: string;
}

const sql = `
  WITH input AS (
    SELECT * FROM jsonb_to_recordset($1) AS i(id uuid, "contactId" uuid, "companyId" uuid, body text)
  ), notes AS (
    INSERT INTO interactions (id, type, occurred_at, body, company_id, created_at)
    SELECT id, 'note', $2, body, "companyId", $2 FROM input
  )
  INSERT INTO interaction_participants (interaction_id, contact_id, position, occurred_at)
  SELECT id, "contactId", 0, $2 FROM input WHERE "contactId" IS NOT NULL`;

/** Writes notes that came from elsewhere, so that nobody here is their author; any number in one statement. The audit record is the caller's. */
export async function insertNotes(tx: EntityManager, notes: NewNote[], at: Date): Promise<void> {
  if (notes.length === 0) return;
  await tx.query(sql, [JSON.stringify(notes), at]);
  await refreshLastInteraction(tx, {
    contactIds: notes.flatMap(({ contactId }) => contactId ?? []),
    companyIds: [...new Set(notes.flatMap(({ companyId }) => companyId ?? []))],
  });
}
