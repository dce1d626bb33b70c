import { Injectable } from '@nestjs/common';
import { Database } from '@seloste/platform';
import { IsNull, Not } from 'typeorm';
import { RecoveryCodes } from './recovery-codes.js';
import type { TotpState } from './second-factor.dto.js';
import { TotpSecret } from './totp-secret.entity.js';

/** What of a user's own factors stands: the authenticator app, and how many recovery codes are left. */
@Injectable()
export class FactorState {
  constructor(
    private readonly database: Database,
    private readonly recoveryCodes: RecoveryCodes,
  ) {}

  async of(userId: string): Promise<TotpState> {
    const { manager } = this.database;
    const app = await manager.findOneBy(TotpSecret, { userId, confirmedAt: Not(IsNull()) });
    return {
      confirmedAt: app?.confirmedAt ?? null,
      recoveryCodesLeft: await this.recoveryCodes.countLeft(manager, userId),
    };
  }
}
