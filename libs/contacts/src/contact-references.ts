import { Injectable } from '@nestjs/common';
import { CompaniesService } from '@seloste/companies';
import { UserDirectory } from '@seloste/identity';
import { InvalidInput, type RequestContext } from '@seloste/kernel';

/** Checks that what a person refers to is there, within the caller's reach. */
@Injectable()
export class ContactReferences {
  constructor(
    private readonly companies: CompaniesService,
    private readonly users: UserDirectory,
  ) {}

  /** @throws InvalidInput naming `companyId` or `ownerId` */
  async assertExist(
    context: RequestContext,
    { companyId, ownerId }: { companyId?: string | null; ownerId?: string | null },
  ): Promise<void> {
    if (ownerId) await this.users.assertActiveUser(ownerId);
    if (companyId && !(await this.companies.isVisible(context, companyId)))
      throw InvalidInput.of('companyId', 'not_found', 'must be a company of the register');
  }
}
