import { Injectable } from '@nestjs/common';
import { Database, MasterKey, networkOf } from '@seloste/platform';
import type { RateLimiterPostgres } from 'rate-limiter-flexible';
import { consume, isLet, Throttle } from '../throttle.js';

const hour = 60 * 60;

/**
 * How often links to new passwords may be asked for. A network that asks again and again is told so; an account gets
 * few letters, and whoever asks for more is told nothing. Neither counts as a login: nobody can be shut out by this, and
 * the letters that an account did get work all the same.
 */
@Injectable()
export class ResetLimits {
  private readonly throttle: Throttle;
  private readonly network: RateLimiterPostgres;
  private readonly account: RateLimiterPostgres;

  constructor(database: Database, masterKey: MasterKey) {
    this.throttle = new Throttle(database, masterKey, 'password reset throttle');
    this.network = this.throttle.limiter('reset_network', 20, hour);
    this.account = this.throttle.limiter('reset_account', 3, hour);
  }

  /** Counts a request. @throws TooManyAttempts */
  async countNetwork(address: string): Promise<void> {
    await consume(this.network, this.throttle.hidden(networkOf(address)));
  }

  /** Counts a letter to the address, whether anybody has an account under it or not; false when there were enough. */
  mayWriteTo(email: string): Promise<boolean> {
    return isLet(this.account, this.throttle.hidden(email));
  }
}
