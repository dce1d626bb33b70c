import { Injectable } from '@nestjs/common';
import { Database, MasterKey, networkOf } from '@seloste/platform';
import type { RateLimiterPostgres } from 'rate-limiter-flexible';
import { consume, Throttle } from '../throttle.js';

const quarterOfAnHour = 15 * 60;

/** How often an address may show a token that is none. Apart from logins: a program that lost its token keeps nobody out. */
@Injectable()
export class TokenLimits {
  private readonly throttle: Throttle;
  private readonly unknown: RateLimiterPostgres;

  constructor(database: Database, masterKey: MasterKey) {
    this.throttle = new Throttle(database, masterKey, 'token throttle');
    this.unknown = this.throttle.limiter('token', 60, quarterOfAnHour);
  }

  /** @throws TooManyAttempts */
  async countUnknown(address: string): Promise<void> {
    await consume(this.unknown, this.throttle.hidden(networkOf(address)));
  }
}
