import { Inject, Injectable } from '@nestjs/common';
import { newId, type Clock } from '@seloste/kernel';
import { CLOCK } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import type { User } from '../users/user.entity.js';
import type { Origin } from './origin.js';
import { newSessionToken, tokenHashOf } from './session-token.js';

/** In which browsers users have signed in. */
@Injectable()
export class KnownDevices {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  /** The user signs in from there: returns the device's token for its cookie. */
  async note(tx: EntityManager, user: User, { deviceToken }: Origin): Promise<string> {
    const token = deviceToken ?? newSessionToken();
    await tx.query(
      `INSERT INTO known_devices (id, user_id, token_hash, first_seen_at, seen_at) VALUES ($1, $2, $3, $4, $4)
       ON CONFLICT (user_id, token_hash) DO UPDATE SET seen_at = excluded.seen_at`,
      [newId(), user.id, tokenHashOf(token), this.clock.now()],
    );
    return token;
  }
}
