import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@seloste/kernel';
import { Database } from '@seloste/platform';
import { grantReasons } from '../grants/grant-reasons.js';
import { AlreadySetUp, WrongSetupToken } from './setup.errors.js';
import { assertPersonalAddress } from '../invitations/shared-address.js';
import type { BegunSession, Origin } from '../sessions/origin.js';
import { Sessions } from '../sessions/sessions.js';
import { NewUsers } from '../users/new-users.js';
import { FirstRecords } from './first-records.js';
import type { CreateSetup } from './setup.dto.js';
import { SetupToken } from './setup-token.js';

/** Somebody has to run the company's accounts, answer for the promises, and sell; grants can be handed on one by one. */
const firstRoles = ['admin', 'privacy_officer', 'sales_manager'] as const;

/** The first run: whoever reads the terminal of the installation names the company and becomes its first administrator. Once. */
@Injectable()
export class SetupService {
  constructor(
    private readonly database: Database,
    private readonly token: SetupToken,
    private readonly firstRecords: FirstRecords,
    private readonly newUsers: NewUsers,
    private readonly sessions: Sessions,
  ) {}

  async isDone(): Promise<boolean> {
    const rows = await this.database.read('SELECT 1 AS found FROM controllers');
    return rows.length > 0;
  }

  /** @throws AlreadySetUp, WrongSetupToken, InvalidInput */
  async run(
    context: RequestContext,
    { token, controller, admin }: CreateSetup,
    origin: Origin,
  ): Promise<BegunSession> {
    if (await this.isDone()) throw new AlreadySetUp();
    if (!this.token.is(token)) throw new WrongSetupToken();
    const { name, email, password } = admin;
    assertPersonalAddress(email, 'admin.email');
    const passwordHash = await this.newUsers.hash(password, { name, email }, 'admin.password');
    return this.database.transaction(async (tx) => {
      await this.firstRecords.create(tx, context, controller);
      const { language } = controller;
      const user = await this.newUsers.add(tx, context, {
        name,
        email,
        passwordHash,
        language,
        roles: firstRoles,
        reason: grantReasons.firstRun,
      });
      const given = { company: controller.name, userId: user.id, language };
      await this.firstRecords.undertake(tx, context, given);
      return this.sessions.begin(tx, context, user, { method: 'password', origin });
    });
  }
}
