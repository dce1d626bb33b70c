import { Injectable } from '@nestjs/common';
import { UserDirectory } from '@seloste/identity';
import { ErasedReturns } from '@seloste/permissions';
import type { EntityManager } from 'typeorm';
import type { UpdateCompany } from './companies.dto.js';

type Addresses = Pick<UpdateCompany, 'email' | 'billing'>;

/** What the rest of the register has to say of what is entered of a company: of its owner, and of where its mail goes. */
@Injectable()
export class CompanyChecks {
  constructor(
    private readonly users: UserDirectory,
    private readonly returns: ErasedReturns,
  ) {}

  /** @throws InvalidInput */
  async assertOwner(ownerId: string | null | undefined): Promise<void> {
    if (ownerId) await this.users.assertActiveUser(ownerId);
  }

  /** Nobody with one of the addresses is erased until the transaction ends: before any row. */
  hold(tx: EntityManager, input: Addresses): Promise<void> {
    const emails = Object.values(addressesOf(input)).filter((one) => one != null);
    return this.returns.hold(tx, { emails });
  }

  /** After `hold`. @throws ErasedAddress */
  assertAddresses(tx: EntityManager, input: Addresses): Promise<void> {
    return this.returns.assertOfNobody(tx, addressesOf(input));
  }
}

/** Where mail for a company goes, by field. */
const addressesOf = ({ email, billing }: Addresses) => ({ email, 'billing.email': billing?.email });
