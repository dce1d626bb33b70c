import { Injectable } from '@nestjs/common';
import { Database } from '@seloste/platform';
import { LoginLimits } from '../sessions/login-limits.js';
import { assertPasswordIsNotGuessable } from './password-policy.js';
import { Passwords } from './passwords.js';
import { User } from './user.entity.js';

/** What proves that somebody is who they say. */
@Injectable()
export class Credentials {
  constructor(
    private readonly database: Database,
    private readonly limits: LoginLimits,
    private readonly passwords: Passwords,
  ) {}

  /**
   * Is it the password of an account that may sign in? An unknown account, a deactivated one and a wrong password take
   * the same work. Whatever else has to be right goes on from there; {@link forgive} the attempt when all of it was.
   * @throws TooManyAttempts
   */
  async check(
    email: string,
    password: string,
    address: string,
  ): Promise<{ account: User | null; isRight: boolean }> {
    await this.limits.count(email, address);
    const account = await this.database.manager.findOneBy(User, { email });
    const matches = await this.passwords.matches(password, account?.passwordHash ?? null);
    const isRight = matches && account !== null && account.isActive;
    return { account, isRight };
  }

  /** Counts a second factor's code that comes with a right password. @throws TooManyAttempts */
  countCode(email: string, address: string): Promise<void> {
    return this.limits.countCode(email, address);
  }

  /** The attempt was the owner's: it does not count. */
  forgive(email: string, address: string): Promise<void> {
    return this.limits.forgive(email, address);
  }

  /** The hash of a new password that is hard enough to guess for this person. @throws InvalidInput on `field` */
  async hash(password: string, owner: { name: string; email: string }, field: string): Promise<string> {
    await assertPasswordIsNotGuessable(password, [owner.name, owner.email], field);
    return this.passwords.hash(password);
  }
}
