import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Database } from '@seloste/platform';
import { addressLists } from './address-lists.js';

/** Brings the lists of the database to what this version knows; writes nothing where they are so already. */
@Injectable()
export class FillAddressLists implements OnApplicationBootstrap {
  constructor(private readonly database: Database) {}

  async onApplicationBootstrap(): Promise<void> {
    for (const [list, entries] of Object.entries(addressLists))
      await this.database.pool.query(
        `WITH known AS (SELECT unnest($2::text[]) AS entry),
           gone AS (DELETE FROM address_lists l WHERE l.list = $1 AND NOT EXISTS (SELECT FROM known k WHERE k.entry = l.entry))
         INSERT INTO address_lists (list, entry)
         SELECT $1, k.entry FROM known k WHERE NOT EXISTS (SELECT FROM address_lists l WHERE l.list = $1 AND l.entry = k.entry)
         ON CONFLICT DO NOTHING`,
        [list, [...entries]],
      );
  }
}
