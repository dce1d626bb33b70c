import { Injectable } from '@nestjs/common';
import { Database } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import { LiveSessions } from '../access/live-sessions.js';
import { lockUser } from '../users/lock-user.js';
import type { User } from '../users/user.entity.js';

/** Changes of a user's factors: one at a time for each user, and what their sessions may do counts before the answer. */
@Injectable()
export class FactorTransactions {
  constructor(
    private readonly database: Database,
    private readonly live: LiveSessions,
  ) {}

  /** Runs `work` in one transaction with the user held. @throws NotFound for an unknown user */
  async run<T>(userId: string, work: (tx: EntityManager, user: User) => Promise<T>): Promise<T> {
    const result = await this.database.transaction(async (tx) => work(tx, await lockUser(tx, userId)));
    this.live.forget(userId);
    return result;
  }
}
