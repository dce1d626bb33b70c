import { Inject, Injectable } from '@nestjs/common';
import { Audit, PrivacyOfficer } from '@seloste/audit';
import {
  actingUserId,
  changesOf,
  InvalidInput,
  newId,
  NotFound,
  type Clock,
  type Page,
  type RequestContext,
} from '@seloste/kernel';
import { assertVersion, CLOCK, Database, readerOf } from '@seloste/platform';
import { In, Not, type EntityManager } from 'typeorm';
import { InteractionParticipant } from './interaction-participant.entity.js';
import { InteractionRevision } from './interaction-revision.entity.js';
import { Interaction } from './interaction.entity.js';
import type {
  CreateInteraction,
  InteractionQuery,
  InteractionResponse,
  RevisionResponse,
  TimelineItem,
  TimelineQuery,
  UpdateInteraction,
} from './interactions.dto.js';
import { refreshLastInteraction } from './last-interaction.js';
import {
  listInteractions,
  readCompanyTimeline,
  readContactTimeline,
  readInteraction,
  readRevisions,
} from './read-interactions.js';
import { ContactPermission } from './contact-permission.js';
import { columnsOf, revisionOf } from './interaction-columns.js';
import {
  asOutOfReach,
  assertMayUpdate,
  changedSubjects,
  newSubjects,
  subjectsOf,
  type Subjects,
} from './interaction-subjects.js';

/** The everyday use cases of an interaction. */
@Injectable()
export class InteractionsService {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly privacy: PrivacyOfficer,
    private readonly permission: ContactPermission,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async list(context: RequestContext, query: InteractionQuery): Promise<Page<InteractionResponse>> {
    const page = await listInteractions(this.database, context, query);
    await this.recordShown(context, 'interaction.list', page);
    return page;
  }

  /** What happened with a person, newest first. @throws NotFound */
  async contactTimeline(
    context: RequestContext,
    contactId: string,
    query: TimelineQuery,
  ): Promise<Page<TimelineItem>> {
    const subject = { subjectType: 'contact', subjectId: contactId };
    const page = await this.privacy.read(context, subject, (reader) =>
      readContactTimeline(reader, context, contactId, query),
    );
    await this.recordShown(context, 'contact.timeline', page, contactId);
    return page;
  }

  /** What happened at a company, newest first. @throws NotFound */
  async companyTimeline(
    context: RequestContext,
    companyId: string,
    query: TimelineQuery,
  ): Promise<Page<TimelineItem>> {
    const page = await readCompanyTimeline(this.database, context, companyId, query);
    await this.recordShown(context, 'company.timeline', page, companyId);
    return page;
  }

  /** @throws NotFound */
  async get(context: RequestContext, id: string): Promise<InteractionResponse> {
    const interaction = await this.privacy.read(
      context,
      { subjectType: 'interaction', subjectId: id },
      (reader) => readInteraction(reader, context, id),
    );
    await this.recordShown(context, 'interaction.read', { items: [interaction] }, id);
    return interaction;
  }

  /**
   * @throws InvalidInput for people or a company that are not there, nobody and no company, no text, or a time to come;
   * NotPermitted for a purpose that one of the people does not allow, unless it says why it happened all the same
   */
  async create(context: RequestContext, input: CreateInteraction): Promise<InteractionResponse> {
    const now = this.clock.now();
    const id = newId();
    await this.database.transaction(async (tx) => {
      const subjects = await newSubjects(tx, context, input);
      const { contactIds } = subjects;
      const mark = await this.permission.markOf(tx, context, { occasion: input, contactIds });
      const columns = {
        direction: null,
        durationMinutes: null,
        subject: null,
        body: null,
        occurredAt: now,
        ...columnsOf(input, now),
      };
      assertText(columns);
      const interaction = {
        ...columns,
        id,
        type: input.type,
        companyId: subjects.companyId,
        authorId: actingUserId(context),
        purpose: input.purpose ?? null,
        ...mark,
      };
      await tx.insert(Interaction, { ...interaction, editedAt: null, version: 1, createdAt: now });
      await replaceParticipants(tx, id, contactIds, interaction.occurredAt);
      await refreshLastInteraction(tx, touched(subjects));
      const fields = Object.keys(input).filter((field) => input[field as keyof CreateInteraction] != null);
      const isMarked = mark.unpermittedCode !== null;
      const shownIds = contactIds;
      await this.recordWritten(tx, context, 'interaction.create', { id, shownIds, fields, isMarked });
    });
    return readInteraction(this.database, context, id);
  }

  /**
   * Changes what is given; what it was before is kept.
   * @throws NotFound, Forbidden, StaleVersion, InvalidInput; NotPermitted where it makes us contact somebody, as for a new one
   */
  async update(
    context: RequestContext,
    id: string,
    { unpermittedReason, ...input }: UpdateInteraction,
    ifMatch?: number,
  ): Promise<InteractionResponse> {
    const now = this.clock.now();
    const { interaction, isChanged } = await this.database.transaction(async (tx) => {
      const before = await lock(tx, id);
      const current = await readInteraction(readerOf(tx), context, id);
      await assertMayUpdate(tx, context, id);
      assertVersion(before, ifMatch);
      const changes = changesOf(current, input);
      const fields = Object.keys(changes);
      if (fields.length === 0) return { interaction: current, isChanged: false };
      const was = await subjectsOf(tx, before);
      const wanted = await changedSubjects(tx, context, { was, seen: current.contactIds, changes });
      const columns = columnsOf(changes, now);
      const becomes = { ...before, ...columns, unpermittedReason };
      assertText(becomes);
      const contactIds = { was: was.contactIds, becomes: wanted.contactIds };
      const mark = await this.permission.markAfter(tx, context, { was: before, becomes, contactIds });
      await tx.insert(InteractionRevision, revisionOf(before, now, actingUserId(context)));
      await tx.update(
        Interaction,
        { id },
        { ...columns, ...mark, companyId: wanted.companyId, editedAt: now, version: before.version + 1 },
      );
      await replaceParticipants(tx, id, wanted.contactIds, columns.occurredAt ?? before.occurredAt);
      await refreshLastInteraction(tx, touched(was, wanted));
      const changed = await readInteraction(readerOf(tx), context, id).catch(asOutOfReach);
      const shownIds = [...new Set([...current.contactIds, ...changed.contactIds])];
      const isMarked = mark.unpermittedCode !== before.unpermittedCode;
      await this.recordWritten(tx, context, 'interaction.update', { id, shownIds, fields, isMarked });
      return { interaction: changed, isChanged: true };
    });
    // Without a change there is no act on record: then being shown it is a look.
    if (!isChanged) await this.recordShown(context, 'interaction.read', { items: [interaction] }, id);
    return interaction;
  }

  /** What the interaction was before each edit, newest first. @throws NotFound */
  async revisions(context: RequestContext, id: string): Promise<Page<RevisionResponse>> {
    const interaction = await readInteraction(this.database, context, id);
    const items = await readRevisions(this.database, interaction);
    await this.recordShown(context, 'interaction.read_revisions', { items: [interaction] }, id);
    return { items, nextCursor: null, total: items.length };
  }

  private recordWritten(
    tx: EntityManager,
    context: RequestContext,
    action: 'interaction.create' | 'interaction.update',
    written: { id: string; shownIds: string[]; fields: string[]; isMarked: boolean },
  ): Promise<void> {
    const { id, shownIds, fields, isMarked } = written;
    const about = { subjectType: 'interaction', subjectId: id, shownIds };
    return this.audit.recordAll(tx, context, [
      { action, ...about, fields },
      ...(isMarked ? [{ action: 'interaction.mark_unpermitted', ...about }] : []),
    ]);
  }

  /** Puts on record whose interactions were shown besides the subject's. */
  private recordShown(
    context: RequestContext,
    action: string,
    { items }: { items: InteractionResponse[] },
    subjectId: string | null = null,
  ): Promise<void> {
    const shownIds = [...new Set(items.flatMap(({ contactIds }) => contactIds))].filter(
      (id) => id !== subjectId,
    );
    const subjectType = action.split('.', 1)[0] ?? action;
    return this.audit.recordRead(context, { action, subjectType, subjectId, shownIds });
  }
}

/** The interaction, kept from others' changes until the transaction ends. */
async function lock(tx: EntityManager, id: string): Promise<Interaction> {
  const interaction = await tx.findOne(Interaction, { where: { id }, lock: { mode: 'for_no_key_update' } });
  if (!interaction) throw new NotFound('interaction');
  return interaction;
}

function assertText({ subject, body }: { subject?: string | null; body?: string | null }): void {
  if (!subject && !body) throw InvalidInput.of('subject', 'required', 'a subject or a body is needed');
}

/** Who stays has been there all along: a clock that runs from their last contact does not stop. */
async function replaceParticipants(
  tx: EntityManager,
  interactionId: string,
  contactIds: string[],
  occurredAt: Date,
): Promise<void> {
  await tx.delete(InteractionParticipant, { interactionId, contactId: Not(In(contactIds)) });
  if (contactIds.length === 0) return;
  await tx.upsert(
    InteractionParticipant,
    contactIds.map((contactId, position) => ({ interactionId, contactId, position, occurredAt })),
    ['interactionId', 'contactId'],
  );
}

const touched = (...subjects: Subjects[]) => ({
  contactIds: [...new Set(subjects.flatMap(({ contactIds }) => contactIds))],
  companyIds: [...new Set(subjects.flatMap(({ companyId }) => (companyId === null ? [] : [companyId])))],
});
