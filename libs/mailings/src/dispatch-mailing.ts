import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import { actingUserId, InvalidInput, type Clock, type RequestContext } from '@seloste/kernel';
import { assertVersion, CLOCK, Database, Jobs, readerOf, type Reader } from '@seloste/platform';
import { assertForPurpose } from '@seloste/templates';
import type { EntityManager } from 'typeorm';
import { AudienceOfMailing, type DraftAudience } from './audience/audience-of-mailing.js';
import { summaryOf } from './audience/count-audience.js';
import { countLiveAudience, type LiveAudience } from './audience/live-audience.js';
import { Mailing } from './mailing.entity.js';
import type { DispatchMailing } from './mailings.dto.js';
import {
  LanguageIsMissing,
  MailingIsDispatched,
  NobodyToWriteTo,
  PurposeIsOff,
  RoleLinkMissing,
  ServiceReasonMissing,
} from './mailings.errors.js';
import { lockMailing, onRecord } from './mailings.service.js';
import { peopleFrom, segmentConditions } from './segments/segment-conditions.js';

export const prepareQueue = 'mailings.prepare';

/** A year ahead, in milliseconds: nobody remembers more. */
const furthest = 366 * 24 * 60 * 60 * 1000;

/** What counting and writing down a million people may take; other statements are stopped much earlier. */
const patience = '10min';

/** Sends a mailing off: from here on its people, its words and who answers for it stay as they are. */
@Injectable()
export class Dispatch {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly audiences: AudienceOfMailing,
    private readonly jobs: Jobs,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * At once or when its time has come. The people of the segment are written down; each is decided about when it
   * begins, and again as their message leaves.
   * @throws NotFound, StaleVersion, MailingIsDispatched, PurposeIsOff, ServiceReasonMissing, NobodyToWriteTo,
   *   RoleLinkMissing, LanguageIsMissing, InvalidInput
   */
  async dispatch(
    context: RequestContext,
    id: string,
    input: DispatchMailing,
    ifMatch?: number,
  ): Promise<void> {
    await this.database.transaction(async (tx) => {
      // Everybody is decided about and written down at one moment, of however many people.
      await tx.query(`SET LOCAL statement_timeout = '${patience}'`);
      const mailing = await lockMailing(tx, id);
      if (mailing.status !== 'draft') throw new MailingIsDispatched();
      assertVersion(mailing, ifMatch);
      this.assertAhead(input.scheduledAt);
      const draft = await this.audiences.of(readerOf(tx), mailing);
      await assertMayBeSent(readerOf(tx), mailing, draft);
      await assertReaches(readerOf(tx), context, {
        ...draft,
        acceptsOtherLanguage: input.acceptsOtherLanguage === true,
      });
      const people = await writeDownPeople(tx, context, draft.audience);
      await this.freeze(tx, context, { mailing, draft, people, scheduledAt: input.scheduledAt ?? null });
      if (!input.scheduledAt)
        await this.jobs.sendIn(tx, prepareQueue, { id }, { singletonKey: `${id} dispatched` });
    });
  }

  private assertAhead(scheduledAt: Date | undefined): void {
    if (!scheduledAt) return;
    const ahead = scheduledAt.getTime() - this.clock.now().getTime();
    if (ahead <= 0) throw InvalidInput.of('scheduledAt', 'past', 'must lie in the future');
    if (ahead > furthest) throw InvalidInput.of('scheduledAt', 'too_far', 'must lie within a year');
  }

  private async freeze(
    tx: EntityManager,
    context: RequestContext,
    { mailing, draft, people, scheduledAt }: Frozen,
  ): Promise<void> {
    const now = this.clock.now();
    const { segment, version } = draft;
    Object.assign(mailing, {
      status: scheduledAt ? 'scheduled' : 'sending',
      templateVersionId: version.versionId,
      segmentName: segment.name,
      filters: segment.filters,
      profilingPurpose: segment.profilingPurpose,
      people,
      dispatchedAt: now,
      dispatchedBy: actingUserId(context),
      requestId: context.requestId,
      scheduledAt,
      progressedAt: now,
      version: mailing.version + 1,
      updatedAt: now,
    });
    await tx.save(mailing);
    await this.audit.record(
      tx,
      context,
      onRecord('mailing.dispatch', mailing.id, scheduledAt ? ['scheduledAt'] : []),
    );
  }
}

interface Frozen {
  mailing: Mailing;
  draft: DraftAudience;
  people: number;
  scheduledAt: Date | null;
}

/** @throws InvalidInput when the template has become one for another purpose, PurposeIsOff, ServiceReasonMissing */
async function assertMayBeSent(reader: Reader, mailing: Mailing, { version }: DraftAudience): Promise<void> {
  assertForPurpose(version, mailing.purpose, 'templateId');
  const [purpose] = await reader.read<{ isOn: boolean }>(
    'SELECT switched_on AND basis IS NOT NULL AS "isOn" FROM purposes WHERE key = $1',
    [mailing.purpose],
  );
  if (!purpose?.isOn) throw new PurposeIsOff();
  if (version.purposeClass === 'service' && mailing.serviceReason === null) throw new ServiceReasonMissing();
}

/** @throws NobodyToWriteTo, RoleLinkMissing, LanguageIsMissing */
async function assertReaches(
  reader: Reader,
  context: RequestContext,
  { audience, acceptsOtherLanguage }: Pick<DraftAudience, 'audience'> & { acceptsOtherLanguage: boolean },
): Promise<void> {
  const counts = summaryOf(await countLiveAudience(reader, context, audience));
  if (counts.included === 0) throw new NobodyToWriteTo();
  const { areas, roleReason } = audience.question;
  if (counts.byCode.job_role && areas === null && roleReason === null) throw new RoleLinkMissing();
  if (counts.fellBack > 0 && !acceptsOtherLanguage) throw new LanguageIsMissing();
}

/** Everybody of the segment at this moment. @returns how many */
async function writeDownPeople(
  tx: EntityManager,
  context: RequestContext,
  { mailingId, filters, timeZone }: LiveAudience,
): Promise<number> {
  const { where, parameters } = segmentConditions(context, filters, timeZone);
  const [row] = await tx.query<{ n: number }[]>(
    `WITH written AS (INSERT INTO mailing_recipients (mailing_id, contact_id)
       SELECT $${parameters.push(mailingId)}::uuid, c.id FROM ${peopleFrom} WHERE ${where.join(' AND ')} RETURNING 1)
     SELECT count(*)::int AS n FROM written`,
    parameters,
  );
  return row?.n ?? 0;
}
