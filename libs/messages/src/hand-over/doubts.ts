import { Injectable } from '@nestjs/common';
import { MailPool } from '@seloste/mail';
import { Database } from '@seloste/platform';
import type { DecidedMessage } from './due-messages.js';
import { Outcomes } from './outcomes.js';

/** Whoever hands over holds the addressee: where nobody does, whoever did is gone. */
const unheld = `
  SELECT m.id, pg_try_advisory_xact_lock(7356800, hashtext(m.contact_id::text)) AS "isAlone"
  FROM (SELECT id, contact_id FROM messages WHERE status = 'handing_over' ORDER BY id LIMIT 500) AS m`;

const doubt = `
  UPDATE messages SET status = 'in_doubt', failure = 'process gone', message_id = '<' || id || $2 WHERE id = ANY($1) AND status = 'handing_over'
  RETURNING id, contact_id AS "contactId", origin_kind AS "originKind", origin_id AS "originId"`;

/** Messages that a process had in hand when it died: the mail server may have them, so that they are never sent again. */
@Injectable()
export class Doubts {
  constructor(
    private readonly database: Database,
    private readonly outcomes: Outcomes,
    private readonly pool: MailPool,
  ) {}

  /** Puts them on record as in doubt. @returns how many */
  async settle(): Promise<number> {
    const inHand = await this.database.read(`SELECT 1 FROM messages WHERE status = 'handing_over' LIMIT 1`);
    if (inHand.length === 0) return 0;
    return this.database.transaction(async (tx) => {
      const rows = await tx.query<{ id: string; isAlone: boolean }[]>(unheld);
      const ids = rows.filter(({ isAlone }) => isAlone).map(({ id }) => id);
      if (ids.length === 0) return 0;
      const [left] = await tx.query<[DecidedMessage[], number]>(doubt, [
        ids,
        this.pool.messageIdOf('').slice(1),
      ]);
      await this.outcomes.tell(tx, 'message.doubt', left);
      return left.length;
    });
  }
}
