import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database, MasterKey, networkOf } from '@seloste/platform';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { TooManyAttempts } from '../identity.errors.js';

const quarterOfAnHour = 15 * 60;

/** How often an address may show a token that is none. Apart from logins: a program that lost its token keeps nobody out. */
@Injectable()
export class TokenLimits {
  private readonly unknown: RateLimiterPostgres;
  private readonly key: string;

  constructor(database: Database, masterKey: MasterKey) {
    this.key = masterKey.derive('token throttle');
    this.unknown = new RateLimiterPostgres({
      storeClient: database.pool,
      storeType: 'pool',
      tableName: 'login_throttles',
      tableCreated: true,
      clearExpiredByTimeout: false,
      keyPrefix: 'token',
      points: 60,
      duration: quarterOfAnHour,
    });
  }

  /** @throws TooManyAttempts */
  async countUnknown(address: string): Promise<void> {
    const network = createHmac('sha256', this.key).update(networkOf(address)).digest('base64url');
    try {
      await this.unknown.consume(network);
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes)
        throw new TooManyAttempts(Math.ceil(refusal.msBeforeNext / 1000));
      throw refusal;
    }
  }
}
