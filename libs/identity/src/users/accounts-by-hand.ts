import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@seloste/kernel';
import { Database } from '@seloste/platform';
import { AccessLetters } from '../grants/access-letters.js';
import { grantReasons } from '../grants/grant-reasons.js';
import { assertPersonalAddress } from '../invitations/shared-address.js';
import { NewUsers } from './new-users.js';
import type { CreateUser } from './users.dto.js';

/** Accounts that an administrator makes without an invitation, with a first password that they choose and so know. */
@Injectable()
export class AccountsByHand {
  constructor(
    private readonly database: Database,
    private readonly newUsers: NewUsers,
    private readonly letters: AccessLetters,
  ) {}

  /** Not unseen: mail says so. Returns the id. @throws InvalidInput (`shared_address` for a shared mailbox), EmailTaken */
  async create(context: RequestContext, { password, reason, ...user }: CreateUser): Promise<string> {
    assertPersonalAddress(user.email, 'email');
    const passwordHash = await this.newUsers.hash(password, user, 'password');
    return this.database.transaction(async (tx) => {
      const wanted = { ...user, passwordHash, reason: reason ?? grantReasons.accountMade };
      const made = await this.newUsers.add(tx, context, wanted);
      await this.letters.accountMade(tx, context, made);
      return made.id;
    });
  }
}
