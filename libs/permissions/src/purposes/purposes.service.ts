import { Inject, Injectable } from '@nestjs/common';
import { Audit, type AuditEntry } from '@seloste/audit';
import { Calendar } from '@seloste/identity';
import {
  actingUserId,
  changesOf,
  InvalidInput,
  languages,
  newId,
  NotFound,
  scopeOf,
  type Clock,
  type Language,
  type RequestContext,
} from '@seloste/kernel';
import { assertVersion, CLOCK, Database, readerOf } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import { subjectOf } from '../evidence-scope.js';
import { countOverdueNotices } from '../notices/read-duties.js';
import { assertLawful } from './purpose-rules.js';
import { PurposeRecord } from './purpose.entity.js';
import type {
  CreatePurpose,
  PurposeList,
  PurposeName,
  PurposeResponse,
  UpdatePurpose,
} from './purposes.dto.js';
import { PurposeExists } from './purposes.errors.js';
import { readPurpose, readPurposes, type PurposeReader } from './read-purposes.js';

/** What the company uses people's data for, and what that rests on (GDPR Art. 5(1)(b), 6(1); P1, V2). */
@Injectable()
export class PurposesService {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly calendar: Calendar,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async list(context: RequestContext): Promise<PurposeList> {
    const by = await this.readerFor(context);
    const items = await readPurposes(this.database, by);
    const looksAfterNotices = scopeOf(context, 'notices.manage') === 'all';
    return {
      items,
      overdueReviews: items.filter(({ isReviewOverdue }) => isReviewOverdue).length,
      overdueNotices: looksAfterNotices ? await countOverdueNotices(this.database, by.today) : null,
    };
  }

  /** @throws InvalidInput, NoBasis, PurposeExists */
  async create(context: RequestContext, input: CreatePurpose): Promise<PurposeResponse> {
    const by = await this.readerFor(context);
    const { basis = null, balancingNote = null, reviewOn = null, switchedOn = basis !== null } = input;
    const ruled = { class: input.class, builtIn: false, basis, balancingNote, reviewOn, switchedOn };
    assertToCome(reviewOn, by.today);
    assertLawful(ruled);
    const key = input.key ?? keyOf(input.name.en);
    return this.database.transaction(async (tx) => {
      const [now, id] = [this.clock.now(), newId()];
      const reviewed = basis === 'legitimate_interest' ? reviewedBy(context, now) : {};
      await tx.query('LOCK TABLE purposes IN SHARE ROW EXCLUSIVE MODE');
      if (await tx.existsBy(PurposeRecord, { key })) throw new PurposeExists();
      const created = { createdAt: now, createdBy: actingUserId(context), updatedAt: now, version: 1 };
      await tx.insert(PurposeRecord, { id, key, ...ruled, ...namesOf(input.name), ...reviewed, ...created });
      const fields = Object.keys(input);
      const entry = { action: 'purpose.create', subjectType: 'purpose', subjectId: id, fields };
      await this.audit.recordAll(tx, context, [entry, ...(await extendedObjections(tx, key))]);
      return readPurpose(readerOf(tx), key, by);
    });
  }

  /** A note or a day of review, even the same ones, is a review. @throws NotFound, StaleVersion, InvalidInput, NoBasis */
  async update(
    context: RequestContext,
    key: string,
    input: UpdatePurpose,
    ifMatch?: number,
  ): Promise<PurposeResponse> {
    const by = await this.readerFor(context);
    return this.database.transaction(async (tx) => {
      const current = await tx.findOne(PurposeRecord, {
        where: { key },
        lock: { mode: 'for_no_key_update' },
      });
      if (!current) throw new NotFound('purpose');
      assertVersion(current, ifMatch);
      if (current.builtIn && input.name !== undefined)
        throw InvalidInput.of('name', 'built_in', 'a purpose of the product keeps its name');
      const { name, ...rest } = input;
      const given = { ...rest, ...(name && namesOf(name)) };
      const changes = changesOf(current, given);
      if (changes.reviewOn) assertToCome(changes.reviewOn, by.today);
      assertLawful({ ...current, ...changes });
      const isReview = input.balancingNote !== undefined || input.reviewOn !== undefined;
      const now = this.clock.now();
      const written = { ...changes, ...(isReview ? reviewedBy(context, now) : {}) };
      const fields = Object.keys(written).filter((field) => field !== 'reviewedBy');
      if (fields.length > 0) {
        await tx.update(PurposeRecord, { key }, { ...written, version: current.version + 1, updatedAt: now });
        const subject = { subjectType: 'purpose', subjectId: current.id };
        await this.audit.record(tx, context, { action: 'purpose.update', ...subject, fields });
      }
      return readPurpose(readerOf(tx), key, by);
    });
  }

  private async readerFor({ actor }: RequestContext): Promise<PurposeReader> {
    const spoken = actor.kind === 'user' ? languages.find((known) => known === actor.language) : undefined;
    const language: Language = spoken ?? 'fi';
    return { language, today: await this.calendar.today() };
  }
}

/** Who had said no to everything has said no to this as well (P9): the database wrote that down, here it goes on record. */
async function extendedObjections(tx: EntityManager, purpose: string): Promise<AuditEntry[]> {
  const objectors = await tx.query<{ contactId: string }[]>(
    'SELECT objectors_to_purpose_to_come($1) AS "contactId"',
    [purpose],
  );
  const fields = ['channel', 'purpose', 'receivedVia'];
  return objectors.map(({ contactId }) => ({
    action: 'objection.record',
    ...subjectOf({ contactId }),
    fields,
  }));
}

const reviewedBy = (context: RequestContext, at: Date) => ({
  reviewedAt: at,
  reviewedBy: actingUserId(context),
});

const namesOf = ({ fi, sv, en }: PurposeName) => ({ nameFi: fi, nameSv: sv, nameEn: en });

/** "Customer events 2026" becomes `customer_events_2026`. */
function keyOf(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const words = plain.replace(/[^a-z0-9]+/g, '_').replace(/^[^a-z]+|_+$/g, '');
  return words.length < 2 || words === 'all' ? `purpose_${words}`.replace(/_$/, '') : words.slice(0, 40);
}

/** @throws InvalidInput */
function assertToCome(day: string | null, today: string): void {
  if (day !== null && day <= today) throw InvalidInput.of('reviewOn', 'past', 'must be a day to come');
}
