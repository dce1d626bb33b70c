import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import { assertMayOwn, Calendar, companiesWithin, defaultOwner } from '@seloste/identity';
import { actingUserId, changesOf, newId, type Clock, type Page, type RequestContext } from '@seloste/kernel';
import { assertVersion, CLOCK, Database, readerOf } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import { CompanyAddress } from './company-address.entity.js';
import { CompanyProduct } from './company-product.entity.js';
import { CompanyChecks } from './company-checks.js';
import { columnsOf, complete } from './company-columns.js';
import { assertShown, lockCompany } from './company-scope.js';
import { Company } from './company.entity.js';
import type {
  AddressDto,
  CompanyListItem,
  CompanyResponse,
  CreateCompany,
  ProductDto,
  UpdateCompany,
} from './companies.dto.js';
import type { CompanyQuery } from './company-query.dto.js';
import { listCompanies } from './list-companies.js';
import { readCompany } from './read-company.js';

/** The everyday use cases of a company. */
@Injectable()
export class CompaniesService {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly checks: CompanyChecks,
    private readonly calendar: Calendar,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws NotFound for what is not there or not within the caller's reach */
  async get(context: RequestContext, id: string): Promise<CompanyResponse> {
    const company = await readCompany(this.database, context, id);
    await this.audit.recordRead(context, { action: 'company.read', subjectType: 'company', subjectId: id });
    return company;
  }

  async list(context: RequestContext, query: CompanyQuery): Promise<Page<CompanyListItem>> {
    const page = await listCompanies(this.database, context, { query });
    const people = page.items.filter(({ isNaturalPerson }) => isNaturalPerson);
    await this.audit.recordRead(context, {
      action: 'company.list',
      subjectType: 'company',
      shownIds: people.map(({ id }) => id),
    });
    return page;
  }

  /** Is there such a company within the caller's reach? */
  async isVisible(context: RequestContext, id: string): Promise<boolean> {
    const parameters: unknown[] = [id];
    const within = companiesWithin(context, 'companies.read', 'c', parameters);
    const rows = await this.database.read(
      `SELECT 1 AS one FROM companies c WHERE c.id = $1${within === null ? '' : ` AND ${within}`}`,
      parameters,
    );
    return rows.length > 0;
  }

  /**
   * @throws InvalidInput for an owner who is no active user or out of reach, an unknown industry, or dates that
   * contradict each other; ErasedAddress for that of somebody who was erased.
   */
  async create(context: RequestContext, given: CreateCompany): Promise<CompanyResponse> {
    await this.checks.assertOwner(given.ownerId);
    const { ownerId = defaultOwner(context, 'companies.create') } = given;
    assertMayOwn(context, ['companies.create'], ownerId);
    const today = await this.calendar.today();
    const input = complete(given, null, today);
    const now = this.clock.now();
    const by = actingUserId(context);
    const company = Object.assign(new Company(), {
      id: newId(),
      country: 'FI',
      relationshipStatus: 'prospect',
      relationshipStartedOn: null,
      relationshipEndedOn: null,
      ...columnsOf(input),
      ownerId,
      version: 1,
      createdAt: now,
      createdBy: by,
      updatedAt: now,
    });
    company.assertRelationship(today);
    await this.database.transaction(async (tx) => {
      await this.checks.hold(tx, input);
      await this.checks.assertAddresses(tx, input);
      await tx.insert(Company, company);
      await replaceAddresses(tx, company.id, input.addresses ?? []);
      await replaceProducts(tx, company.id, input.products ?? []);
      await this.audit.record(tx, context, {
        action: 'company.create',
        subjectType: 'company',
        subjectId: company.id,
        fields: Object.keys(input).filter((field) => input[field as keyof CreateCompany] != null),
      });
    });
    return readCompany(this.database, context, company.id);
  }

  /** Changes what is given. @throws NotFound, Forbidden, StaleVersion, InvalidInput, ErasedAddress */
  async update(
    context: RequestContext,
    id: string,
    input: UpdateCompany,
    ifMatch?: number,
  ): Promise<CompanyResponse> {
    await this.checks.assertOwner(input.ownerId);
    const today = await this.calendar.today();
    const isChanged = await this.database.transaction(async (tx) => {
      await this.checks.hold(tx, input);
      // Their clocks follow: people are held before their company, as everywhere.
      if (input.relationship) await tx.query('SELECT hold_people_of($1)', [id]);
      const company = await lockCompany(tx, context, id);
      assertVersion(company, ifMatch);
      const current = await readCompany(readerOf(tx), context, id);
      assertShown(current, input);
      const changes = changesOf<UpdateCompany>(current, complete(input, current.source, today));
      const fields = Object.keys(changes);
      if (fields.length === 0) return false;
      if (changes.ownerId !== undefined)
        assertMayOwn(context, ['companies.update', 'contacts.assign'], changes.ownerId);
      await this.checks.assertAddresses(tx, changes);
      const columns = columnsOf(changes);
      Object.assign(company, columns).assertRelationship(today);
      await tx.update(
        Company,
        { id },
        { ...columns, version: company.version + 1, updatedAt: this.clock.now() },
      );
      if (changes.addresses) await replaceAddresses(tx, id, changes.addresses);
      if (changes.products) await replaceProducts(tx, id, changes.products);
      await this.audit.record(tx, context, {
        action: 'company.update',
        subjectType: 'company',
        subjectId: id,
        fields,
      });
      return true;
    });
    return isChanged ? readCompany(this.database, context, id) : this.get(context, id);
  }

  /** Takes the company out of lists without losing anything. Doing it twice changes nothing. @throws NotFound, Forbidden */
  archive(context: RequestContext, id: string): Promise<CompanyResponse> {
    return this.setArchival(context, id, {
      action: 'company.archive',
      archivedAt: this.clock.now(),
      by: actingUserId(context),
    });
  }

  /** Undoes {@link archive}. @throws NotFound, Forbidden */
  restore(context: RequestContext, id: string): Promise<CompanyResponse> {
    return this.setArchival(context, id, { action: 'company.restore', archivedAt: null, by: null });
  }

  private async setArchival(
    context: RequestContext,
    id: string,
    { action, archivedAt, by }: { action: string; archivedAt: Date | null; by: string | null },
  ): Promise<CompanyResponse> {
    const isChanged = await this.database.transaction(async (tx) => {
      const company = await lockCompany(tx, context, id);
      if ((company.archivedAt === null) === (archivedAt === null)) return false;
      await tx.update(
        Company,
        { id },
        { archivedAt, archivedBy: by, version: company.version + 1, updatedAt: this.clock.now() },
      );
      await this.audit.record(tx, context, {
        action,
        subjectType: 'company',
        subjectId: id,
        fields: ['archivedAt'],
      });
      return true;
    });
    return isChanged ? readCompany(this.database, context, id) : this.get(context, id);
  }
}

async function replaceAddresses(
  tx: EntityManager,
  companyId: string,
  addresses: AddressDto[],
): Promise<void> {
  await tx.delete(CompanyAddress, { companyId });
  if (addresses.length === 0) return;
  await tx.insert(
    CompanyAddress,
    addresses.map((address, position) => ({ ...address, id: newId(), companyId, position })),
  );
}

async function replaceProducts(tx: EntityManager, companyId: string, products: ProductDto[]): Promise<void> {
  await tx.delete(CompanyProduct, { companyId });
  if (products.length === 0) return;
  await tx.insert(
    CompanyProduct,
    products.map((product, position) => ({ ...product, id: newId(), companyId, position })),
  );
}
