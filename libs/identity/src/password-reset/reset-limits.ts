import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database, MasterKey, networkOf } from '@seloste/platform';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { TooManyAttempts } from '../identity.errors.js';

const hour = 60 * 60;

/**
 * How often links to new passwords may be asked for. A network that asks again and again is told so; an account gets
 * few letters, and whoever asks for more is told nothing. Neither counts as a login: nobody can be shut out by this, and
 * the letters that an account did get work all the same.
 */
@Injectable()
export class ResetLimits {
  private readonly network: RateLimiterPostgres;
  private readonly account: RateLimiterPostgres;
  private readonly key: string;

  constructor(database: Database, masterKey: MasterKey) {
    const limiter = (keyPrefix: string, points: number) =>
      new RateLimiterPostgres({
        storeClient: database.pool,
        storeType: 'pool',
        tableName: 'login_throttles',
        tableCreated: true,
        clearExpiredByTimeout: false,
        keyPrefix,
        points,
        duration: hour,
      });
    this.key = masterKey.derive('password reset throttle');
    this.network = limiter('reset_network', 20);
    this.account = limiter('reset_account', 3);
  }

  /** Counts a request. @throws TooManyAttempts */
  async countNetwork(address: string): Promise<void> {
    const refusal = await refusalOf(this.network, this.hidden(networkOf(address)));
    if (refusal) throw new TooManyAttempts(Math.ceil(refusal.msBeforeNext / 1000));
  }

  /** Counts a letter to the address, whether anybody has an account under it or not; false when there were enough. */
  async mayWriteTo(email: string): Promise<boolean> {
    return (await refusalOf(this.account, this.hidden(email))) === null;
  }

  private hidden(text: string): string {
    return createHmac('sha256', this.key).update(text).digest('base64url');
  }
}

async function refusalOf(limiter: RateLimiterPostgres, key: string): Promise<RateLimiterRes | null> {
  try {
    await limiter.consume(key);
    return null;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return refusal;
    throw refusal;
  }
}
