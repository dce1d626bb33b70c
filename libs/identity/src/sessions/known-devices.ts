import { Inject, Injectable } from '@nestjs/common';
import { newId, type Clock } from '@seloste/kernel';
import { CLOCK } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import type { User } from '../users/user.entity.js';
import { AccountMail } from '../users/account-mail.js';
import type { Origin } from './origin.js';
import { newToken, tokenHashOf } from '../random-token.js';

/** In which browsers users have signed in; a new one is told to the user by mail. */
@Injectable()
export class KnownDevices {
  constructor(
    private readonly mail: AccountMail,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * The user signs in from there: returns the device's token for its cookie. The first device of an account is no news;
   * any other that was never seen is.
   */
  async note(tx: EntityManager, user: User, { deviceToken, device }: Origin): Promise<string> {
    const token = deviceToken ?? newToken();
    const [noted] = await tx.query<[{ is_new: boolean; is_first: boolean }]>(
      `INSERT INTO known_devices (id, user_id, token_hash, first_seen_at, seen_at) VALUES ($1, $2, $3, $4, $4)
       ON CONFLICT (user_id, token_hash) DO UPDATE SET seen_at = excluded.seen_at
       RETURNING xmax = 0 AS is_new, NOT EXISTS (SELECT 1 FROM known_devices WHERE user_id = $2) AS is_first`,
      [newId(), user.id, tokenHashOf(token), this.clock.now()],
    );
    if (noted.is_new && !noted.is_first) await this.mail.newSignIn(tx, user, device);
    return token;
  }
}
