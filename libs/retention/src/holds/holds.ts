import { Injectable } from '@nestjs/common';
import { Calendar } from '@seloste/identity';
import type { EntityManager } from 'typeorm';
import type { HeldCategory, HoldGround } from './hold-grounds.js';

/** What keeps something of a person today. Days are `YYYY-MM-DD`. */
export interface HoldInForce {
  id: string;
  ground: HoldGround;
  /** The last day; null: until it is released. */
  until: string | null;
  /** When it has to be looked at again. */
  reviewOn: string | null;
  /** What of the person has to stay; the rest may go. */
  categories: HeldCategory[];
}

const columns = `h.hold_id AS id, h.ground, h.until::text AS until, h.review_on::text AS "reviewOn", h.categories`;

/**
 * What may not go yet: holds of the person's own, and of the companies where they work, or worked when the hold was
 * placed. Whoever the caller may see; a hold ends by itself when its last day is over.
 */
@Injectable()
export class Holds {
  constructor(private readonly calendar: Calendar) {}

  async isHeld(tx: EntityManager, contactId: string): Promise<boolean> {
    return (await this.holdsOf(tx, contactId)).length > 0;
  }

  /** In force today, the one that lasts longest first. */
  async holdsOf(tx: EntityManager, contactId: string): Promise<HoldInForce[]> {
    return tx.query<HoldInForce[]>(
      `SELECT ${columns} FROM holds_of(ARRAY[$1::uuid], $2) h ORDER BY h.until DESC NULLS FIRST, h.hold_id`,
      [contactId, await this.calendar.today()],
    );
  }
}
