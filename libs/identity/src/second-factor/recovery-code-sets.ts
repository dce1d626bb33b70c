import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@seloste/kernel';
import { readerOf } from '@seloste/platform';
import { enrolledFactorsOf } from './enrolled-factors.js';
import { FactorChanges } from './factor-changes.js';
import { FactorTransactions } from './factor-transactions.js';
import type { NewRecoveryCodes } from './second-factor.dto.js';
import { NoSecondFactor } from './second-factor.errors.js';

/** Gives users a new set of recovery codes when they ask for one. */
@Injectable()
export class RecoveryCodeSets {
  constructor(
    private readonly factors: FactorTransactions,
    private readonly changes: FactorChanges,
  ) {}

  /** @throws NoSecondFactor: there is nothing that the codes could stand in for */
  replace(context: RequestContext, userId: string): Promise<NewRecoveryCodes> {
    return this.factors.run(userId, async (tx, user) => {
      if ((await enrolledFactorsOf(readerOf(tx), userId)).length === 0) throw new NoSecondFactor();
      return { recoveryCodes: await this.changes.newCodes(tx, context, user) };
    });
  }
}
