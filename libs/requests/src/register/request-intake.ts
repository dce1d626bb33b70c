import { Inject, Injectable } from '@nestjs/common';
import { PrivacyOfficer } from '@seloste/audit';
import { InvalidInput, type Clock, type RequestContext } from '@seloste/kernel';
import { EvidenceActs } from '@seloste/permissions';
import { CLOCK, Database } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import type { NewRequest } from './new-request.js';
import { ReceiveRequest } from './receive-request.js';
import type { RecordRequest, RequestRecorded } from './requests.dto.js';

/** How far back somebody may write down what reached us, in days: a letter that lay in a drawer still counts from its day. */
const longestAgo = 366;

const day = 24 * 60 * 60 * 1000;

/** What somebody of ours hears on the phone or reads in a letter is written down, and its month runs from that day (V8). */
@Injectable()
export class RequestIntake {
  constructor(
    private readonly database: Database,
    private readonly acts: EvidenceActs,
    private readonly privacy: PrivacyOfficer,
    private readonly received: ReceiveRequest,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Tells nobody whether the person is known. @throws NotFound for a person whom the caller does not see; InvalidInput */
  async record(context: RequestContext, input: RecordRequest): Promise<RequestRecorded> {
    const request = this.requestOf(input);
    const { contactId } = input;
    if (contactId === undefined) return this.receive(context, request);
    const reached = { subject: { contactId }, permission: 'contacts.read' as const };
    return this.acts.write(context, reached, (tx) => this.receiveIn(tx, context, request));
  }

  /** From a door where the person, and nobody of ours, stands; see {@link NewRequest}. */
  receive(context: RequestContext, request: NewRequest): Promise<RequestRecorded> {
    return this.database.transaction((tx) => this.receiveIn(tx, context, request));
  }

  /** In the transaction of a door. */
  receiveIn(tx: EntityManager, context: RequestContext, request: NewRequest): Promise<RequestRecorded> {
    return this.privacy.carryOut(tx, async () =>
      toRecorded(await this.received.receive(tx, context, request)),
    );
  }

  private requestOf({ receivedAt, identifier, contactId, ...input }: RecordRequest): NewRequest {
    if (contactId === undefined && !identifier)
      throw InvalidInput.of('identifier', 'required', 'must say by what the person can be found');
    const now = this.clock.now();
    const at = receivedAt === undefined ? now : new Date(receivedAt);
    if (at > now) throw InvalidInput.of('receivedAt', 'future', 'must not lie in the future');
    if (now.getTime() - at.getTime() > longestAgo * day)
      throw InvalidInput.of('receivedAt', 'past', 'must lie within the last year');
    return {
      ...{ kind: input.kind, receivedVia: input.receivedVia, language: input.language },
      ...{ wording: input.wording ?? null, receivedAt: at },
      ...{ contactId: contactId ?? null, identifier: identifier ?? null },
    };
  }
}

const toRecorded = ({ id, reference, receivedOn, dueOn }: RequestRecorded): RequestRecorded => ({
  ...{ id, reference, receivedOn, dueOn },
});
