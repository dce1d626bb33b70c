import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import { actingUserId, InvalidInput, NotFound, type Clock, type RequestContext } from '@seloste/kernel';
import { CLOCK, readerOf } from '@seloste/platform';
import { EvidenceActs } from '../evidence-acts.js';
import { subjectOf, type Subject } from '../evidence-scope.js';
import { ObjectionWithdrawal } from './objection-withdrawal.entity.js';
import { Objection } from './objection.entity.js';
import type { ObjectionResponse, RecordObjection, WithdrawCompanyObjection } from './objections.dto.js';
import { Objections } from './objections.js';
import { readObjection, readObjections } from './read-objections.js';

/** Recording and reading a "no" by staff. There is no way to take a person's back: only they can. */
@Injectable()
export class ObjectionsService {
  constructor(
    private readonly acts: EvidenceActs,
    private readonly objections: Objections,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws NotFound, Forbidden */
  list(context: RequestContext, subject: Subject): Promise<ObjectionResponse[]> {
    const reached = { subject, permission: 'contacts.read_privacy' as const };
    return this.acts.read(context, { ...reached, action: 'objection.list' }, (reader) =>
      readObjections(reader, subject),
    );
  }

  /** At once and by anybody who hears it; the same "no" twice is one. @throws NotFound, Forbidden, InvalidInput, NotObjectable */
  async record(
    context: RequestContext,
    subject: Subject,
    input: RecordObjection,
  ): Promise<ObjectionResponse> {
    const { channel, purpose, note = null, receivedVia = 'other', receivedAt } = input;
    if (receivedAt !== undefined && receivedAt > this.clock.now())
      throw InvalidInput.of('receivedAt', 'future', 'must not lie in the future');
    return this.acts.write(context, { subject, permission: 'objections.create' }, async (tx) => {
      const said = { channel, purpose, note, receivedVia, objectedAt: receivedAt };
      const { id } = await this.objections.record(tx, context, { ...subject, ...said });
      return readObjection(readerOf(tx), id);
    });
  }

  /** A company takes its own back; who of the company said so stays on record. @throws NotFound, Forbidden */
  async withdrawOfCompany(
    context: RequestContext,
    { companyId, objectionId }: { companyId: string; objectionId: string },
    { toldBy }: WithdrawCompanyObjection,
  ): Promise<ObjectionResponse> {
    const subject = { companyId };
    return this.acts.write(context, { subject, permission: 'companies.read' }, async (tx) => {
      await tx.query('SELECT hold_hand_overs_to($1)', [companyId]);
      if (!(await tx.existsBy(Objection, { id: objectionId, companyId }))) throw new NotFound('objection');
      if (!(await tx.existsBy(ObjectionWithdrawal, { objectionId }))) {
        const by = { recordedBy: actingUserId(context), withdrawnAt: this.clock.now() };
        await tx.insert(ObjectionWithdrawal, { objectionId, contactId: null, linkId: null, toldBy, ...by });
        await this.audit.record(tx, context, {
          action: 'objection.withdraw',
          ...subjectOf(subject),
          fields: ['toldBy'],
        });
      }
      return readObjection(readerOf(tx), objectionId);
    });
  }
}
