import { Injectable } from '@nestjs/common';
import { CompaniesService } from '@seloste/companies';
import { UserDirectory } from '@seloste/identity';
import { InvalidInput, type RequestContext } from '@seloste/kernel';
import { unknownAmong } from '@seloste/permissions';
import { Database } from '@seloste/platform';

/** What of a person refers to something else. */
interface Referring {
  companyId?: string | null;
  ownerId?: string | null;
  bases?: { purpose: string }[];
}

/** Checks that what a person refers to is there, within the caller's reach. */
@Injectable()
export class ContactReferences {
  constructor(
    private readonly companies: CompaniesService,
    private readonly users: UserDirectory,
    private readonly database: Database,
  ) {}

  /** @throws InvalidInput naming `companyId`, `ownerId` or the basis whose purpose there is not */
  async assertExist(context: RequestContext, { companyId, ownerId, bases }: Referring): Promise<void> {
    if (ownerId) await this.users.assertActiveUser(ownerId);
    if (companyId && !(await this.companies.isVisible(context, companyId)))
      throw InvalidInput.of('companyId', 'not_found', 'must be a company of the register');
    const asked = bases?.map(({ purpose }) => purpose) ?? [];
    const unknown = asked.length > 0 ? await unknownAmong(this.database, asked) : [];
    if (unknown.length > 0)
      throw new InvalidInput(
        unknown.map((n) => ({
          field: `bases.${n}.purpose`,
          code: 'not_found',
          message: 'must be a purpose that exists',
        })),
      );
  }
}
