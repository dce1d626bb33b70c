import { Injectable } from '@nestjs/common';
import { Database, MasterKey, networkOf } from '@seloste/platform';
import type { RateLimiterPostgres } from 'rate-limiter-flexible';
import { consume, Throttle } from '../throttle.js';

const quarterOfAnHour = 15 * 60;
const day = 24 * 60 * 60;
const month = 30 * day;

/**
 * How often a login may be tried. Strict for one account from one address; loose for an address (an office shares one)
 * and for an account. Addresses from which the account's owner has signed in lately are not held by the account's limit,
 * so that strangers who try a password from everywhere cannot keep the owner out.
 */
@Injectable()
export class LoginLimits {
  private readonly pair: RateLimiterPostgres;
  private readonly address: RateLimiterPostgres;
  private readonly account: RateLimiterPostgres;
  private readonly code: RateLimiterPostgres;
  private readonly known: RateLimiterPostgres;
  private readonly throttle: Throttle;

  constructor(database: Database, masterKey: MasterKey) {
    this.throttle = new Throttle(database, masterKey, 'login throttle');
    this.pair = this.throttle.limiter('pair', 5, quarterOfAnHour);
    this.address = this.throttle.limiter('address', 60, quarterOfAnHour);
    this.account = this.throttle.limiter('account', 50, quarterOfAnHour);
    this.code = this.throttle.limiter('code', 20, day);
    this.known = this.throttle.limiter('known', 1, month);
  }

  /**
   * Counts an attempt before it is looked at, so that simultaneous ones are counted too.
   * @throws TooManyAttempts when it must not be looked at.
   */
  async count(email: string, address: string): Promise<void> {
    const network = networkOf(address);
    await this.countAddress(address);
    await consume(this.pair, this.throttle.hidden(email, network));
    if ((await this.known.get(this.throttle.hidden(email, network))) === null)
      await consume(this.account, this.throttle.hidden(email));
  }

  /**
   * Counts a code that comes with a right password: six digits can be guessed, so whoever knows the password gets few of
   * them in a day. The account's owner, where they have signed in lately, is not held by it.
   * @throws TooManyAttempts
   */
  async countCode(email: string, address: string): Promise<void> {
    if ((await this.known.get(this.throttle.hidden(email, networkOf(address)))) === null)
      await consume(this.code, this.throttle.hidden(email));
  }

  /** Counts an attempt that names no account. @throws TooManyAttempts */
  async countAddress(address: string): Promise<void> {
    await consume(this.address, this.throttle.hidden(networkOf(address)));
  }

  /** The attempt was the owner's: it does not count, and the address is one of theirs from now on. */
  async forgive(email: string, address: string): Promise<void> {
    const network = networkOf(address);
    await Promise.all([
      this.pair.delete(this.throttle.hidden(email, network)),
      this.address.reward(this.throttle.hidden(network)),
      this.account.delete(this.throttle.hidden(email)),
      this.code.delete(this.throttle.hidden(email)),
      this.known.set(this.throttle.hidden(email, network), 1, month),
    ]);
  }

  /** The attempt was somebody's who may come in: it does not count. */
  async forgiveAddress(address: string): Promise<void> {
    await this.address.reward(this.throttle.hidden(networkOf(address)));
  }
}
