import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import { actingUserId, InvalidInput, newId, type Clock, type RequestContext } from '@seloste/kernel';
import { CLOCK, Database, readerOf } from '@seloste/platform';
import { EvidenceActs } from '../evidence-acts.js';
import { subjectOf } from '../evidence-scope.js';
import type {
  ConsentResponse,
  ConsentWordingQuery,
  ConsentWordingResponse,
  RecordConsent,
  RecordSaleReference,
  SaleReferenceResponse,
  WithdrawConsent,
} from './consents.dto.js';
import { assertNotErased, Consents } from './consents.js';
import { readConsent, readConsents, readSaleReferences, readWordings } from './read-consents.js';
import { SaleReference } from './sale-reference.entity.js';

/** Recording what allows contact, by staff: only with how and when it was obtained (GDPR Art. 7(1); P1, V2). */
@Injectable()
export class ConsentsService {
  constructor(
    private readonly acts: EvidenceActs,
    private readonly consents: Consents,
    private readonly audit: Audit,
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws NotFound, Forbidden */
  list(context: RequestContext, contactId: string): Promise<ConsentResponse[]> {
    return this.acts.read(context, { ...detailsOf(contactId), action: 'consent.list' }, (reader) =>
      readConsents(reader, contactId),
    );
  }

  /** @throws NotFound, Forbidden, InvalidInput, PersonErased */
  record(context: RequestContext, contactId: string, input: RecordConsent): Promise<ConsentResponse> {
    if (input.obtainedAt !== undefined && input.obtainedAt > this.clock.now())
      throw InvalidInput.of('obtainedAt', 'future', 'must not lie in the future');
    return this.acts.write(context, allowing(contactId), async (tx) => {
      const id = await this.consents.record(tx, context, { ...input, contactId });
      return readConsent(readerOf(tx), contactId, id);
    });
  }

  /** At once and by anybody who hears it; twice is once. @throws NotFound, Forbidden */
  withdraw(
    context: RequestContext,
    { contactId, consentId }: { contactId: string; consentId: string },
    { receivedVia = 'other', note = null }: WithdrawConsent,
  ): Promise<ConsentResponse> {
    const reached = { subject: { contactId }, permission: 'objections.create' as const };
    return this.acts.write(context, reached, async (tx) => {
      const end = { contactId, consentIds: [consentId], receivedVia, note };
      await this.consents.withdraw(tx, context, end);
      return readConsent(readerOf(tx), contactId, consentId);
    });
  }

  listWordings(query: ConsentWordingQuery): Promise<ConsentWordingResponse[]> {
    return readWordings(this.database, query);
  }

  /** @throws NotFound, Forbidden */
  listSales(context: RequestContext, contactId: string): Promise<SaleReferenceResponse[]> {
    return this.acts.read(context, { ...detailsOf(contactId), action: 'sale_reference.list' }, (reader) =>
      readSaleReferences(reader, contactId),
    );
  }

  /**
   * The buyer could say no when the address was obtained, not only later (917/2014 s. 200(3)).
   * @throws NotFound, Forbidden, InvalidInput (`after_sale`), PersonErased
   */
  recordSale(
    context: RequestContext,
    contactId: string,
    input: RecordSaleReference,
  ): Promise<SaleReferenceResponse> {
    if (input.optOutOfferedOn > input.soldOn)
      throw InvalidInput.of('optOutOfferedOn', 'after_sale', 'must not lie after the sale');
    return this.acts.write(context, allowing(contactId), async (tx) => {
      await assertNotErased(tx, contactId);
      const id = newId();
      const recorded = { recordedAt: this.clock.now(), recordedBy: actingUserId(context) };
      await tx.insert(SaleReference, { id, contactId, ...input, ...recorded });
      await this.audit.record(tx, context, {
        action: 'sale_reference.record',
        ...subjectOf({ contactId }),
        fields: Object.keys(input),
      });
      const [sale] = await readSaleReferences(readerOf(tx), contactId, id);
      return sale as SaleReferenceResponse; // it was written a moment ago
    });
  }
}

const detailsOf = (contactId: string) => ({
  subject: { contactId },
  permission: 'contacts.read_privacy' as const,
});

const allowing = (contactId: string) => ({ subject: { contactId }, permission: 'consents.create' as const });
