import { Injectable } from '@nestjs/common';
import { NotFound, type Language, type Page } from '@seloste/kernel';
import { Conditions, Database, readPage, type Reader } from '@seloste/platform';
import { continuation } from './default-text.js';
import type { ReceiptQuery, ReceiptResponse, UndertakingCopy } from './undertaking.dto.js';

interface ReceiptRow {
  id: string;
  user_id: string;
  name: string;
  undertaking_id: string;
  version: number;
  language: Language;
  accepted_at: Date;
}

interface CopyRow extends ReceiptRow {
  text: string;
  controller: string;
}

const columns = 'r.id, r.user_id, u.name, r.undertaking_id, d.version, r.language, r.accepted_at';
const receipts = `undertaking_receipts r JOIN users u ON u.id = r.user_id JOIN undertakings d ON d.id = r.undertaking_id`;

/** What a user accepted last, in the language in which they read it; null when nothing was. */
export async function findCopy(reader: Reader, userId: string): Promise<UndertakingCopy | null> {
  const [row] = await reader.read<CopyRow>(
    `SELECT ${columns}, c.name AS controller,
       CASE r.language WHEN 'fi' THEN d.fi WHEN 'sv' THEN d.sv ELSE d.en END AS text
     FROM ${receipts} CROSS JOIN controllers c WHERE r.user_id = $1 ORDER BY d.version DESC LIMIT 1`,
    [userId],
  );
  if (!row) return null;
  return {
    user: { id: row.user_id, name: row.name },
    controller: row.controller,
    undertakingVersion: row.version,
    language: row.language,
    text: row.text,
    acceptedAt: row.accepted_at,
    continuation: continuation[row.language],
  };
}

/** Who accepted which version of the undertaking, and what it said (C5). */
@Injectable()
export class UndertakingReceipts {
  constructor(private readonly database: Database) {}

  /** Newest first. */
  async list(query: ReceiptQuery): Promise<Page<ReceiptResponse>> {
    const conditions = new Conditions();
    conditions.add(query.userId, (p) => `r.user_id = ${p}`);
    const page = await readPage<ReceiptRow & { cursor_key: string[] }>(
      this.database,
      {
        select: columns,
        from: receipts,
        where: conditions.where,
        parameters: conditions.parameters,
        sort: {
          keys: [
            { sql: 'r.accepted_at', type: 'timestamptz' },
            { sql: 'r.id', type: 'uuid' },
          ],
          descending: true,
        },
      },
      query,
    );
    return { ...page, items: page.items.map(toReceiptResponse) };
  }

  /** @throws NotFound when there is no such user, or they accepted nothing */
  async copyOf(userId: string): Promise<UndertakingCopy> {
    const copy = await findCopy(this.database, userId);
    if (!copy) throw new NotFound('undertaking');
    return copy;
  }
}

const toReceiptResponse = (row: ReceiptRow): ReceiptResponse => ({
  id: row.id,
  user: { id: row.user_id, name: row.name },
  undertakingId: row.undertaking_id,
  undertakingVersion: row.version,
  language: row.language,
  acceptedAt: row.accepted_at,
});
