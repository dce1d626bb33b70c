import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '@seloste/audit';
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
import type { EntityManager } from 'typeorm';
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
} from './read-interactions.js';
import { columnsOf, type Subjects } from './interaction-columns.js';

/** The everyday use cases of an interaction. */
@Injectable()
export class InteractionsService {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  list(query: InteractionQuery): Promise<Page<InteractionResponse>> {
    return listInteractions(this.database, query);
  }

  /** What happened with a person, newest first. @throws NotFound */
  contactTimeline(contactId: string, query: TimelineQuery): Promise<Page<TimelineItem>> {
    return readContactTimeline(this.database, contactId, query);
  }

  /** What happened at a company, newest first. @throws NotFound */
  companyTimeline(companyId: string, query: TimelineQuery): Promise<Page<TimelineItem>> {
    return readCompanyTimeline(this.database, companyId, query);
  }

  /** @throws NotFound */
  get(id: string): Promise<InteractionResponse> {
    return readInteraction(this.database, id);
  }

  /** @throws InvalidInput for people or a company that are not there, nobody and no company, no text, or a time to come. */
  async create(context: RequestContext, input: CreateInteraction): Promise<InteractionResponse> {
    const now = this.clock.now();
    const id = newId();
    await this.database.transaction(async (tx) => {
      const subjects = await subjectsOf(tx, input);
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
      };
      await tx.insert(Interaction, { ...interaction, editedAt: null, version: 1, createdAt: now });
      await replaceParticipants(tx, id, subjects.contactIds, interaction.occurredAt);
      await refreshLastInteraction(tx, touched(subjects));
      await this.audit.record(tx, context, {
        action: 'interaction.create',
        subjectType: 'interaction',
        subjectId: id,
        fields: Object.keys(input).filter((field) => input[field as keyof CreateInteraction] != null),
      });
    });
    return this.get(id);
  }

  /** Changes what is given; what it was before is kept. @throws NotFound, StaleVersion, InvalidInput */
  async update(
    context: RequestContext,
    id: string,
    input: UpdateInteraction,
    ifMatch?: number,
  ): Promise<InteractionResponse> {
    const now = this.clock.now();
    await this.database.transaction(async (tx) => {
      const before = await lock(tx, id);
      assertVersion(before, ifMatch);
      const current = await readInteraction(readerOf(tx), id);
      const changes = changesOf(current, input);
      const fields = Object.keys(changes);
      if (fields.length === 0) return;
      const was = { contactIds: current.contactIds, companyId: current.companyId };
      const subjects = await subjectsOf(tx, { ...was, ...changes });
      const columns = columnsOf(changes, now);
      assertText({ ...before, ...columns });
      await tx.insert(InteractionRevision, revisionOf(before, now, actingUserId(context)));
      await tx.update(
        Interaction,
        { id },
        { ...columns, companyId: subjects.companyId, editedAt: now, version: before.version + 1 },
      );
      await replaceParticipants(tx, id, subjects.contactIds, columns.occurredAt ?? before.occurredAt);
      await refreshLastInteraction(tx, touched(was, subjects));
      await this.audit.record(tx, context, {
        action: 'interaction.update',
        subjectType: 'interaction',
        subjectId: id,
        fields,
      });
    });
    return this.get(id);
  }

  /** What the interaction was before each edit, newest first. @throws NotFound */
  async revisions(id: string): Promise<Page<RevisionResponse>> {
    await this.get(id);
    const items = await this.database.read<RevisionResponse>(
      `SELECT r.id, r.revised_at AS "revisedAt", r.type, r.direction, r.occurred_at AS "occurredAt",
         r.duration_minutes AS "durationMinutes", r.subject, r.body,
         CASE WHEN u.id IS NOT NULL THEN json_build_object('id', u.id, 'name', u.name) END AS "revisedBy"
       FROM interaction_revisions r LEFT JOIN users u ON u.id = r.revised_by
       WHERE r.interaction_id = $1 ORDER BY r.revised_at DESC, r.id DESC LIMIT 200`,
      [id],
    );
    return { items, nextCursor: null, total: items.length };
  }
}

/** The interaction, kept from others' changes until the transaction ends. */
async function lock(tx: EntityManager, id: string): Promise<Interaction> {
  const interaction = await tx.findOne(Interaction, { where: { id }, lock: { mode: 'for_no_key_update' } });
  if (!interaction) throw new NotFound('interaction');
  return interaction;
}

/** With whom and at which company; the company defaults to the first person's employer. @throws InvalidInput */
async function subjectsOf(
  tx: EntityManager,
  input: { contactIds?: string[]; companyId?: string | null },
): Promise<Subjects> {
  const contactIds = input.contactIds ?? [];
  const people: { id: string; companyId: string | null }[] =
    contactIds.length === 0
      ? []
      : await tx.query('SELECT id, company_id AS "companyId" FROM contacts WHERE id = ANY($1)', [contactIds]);
  const missing = contactIds.findIndex((id) => !people.some((person) => person.id === id));
  if (missing >= 0)
    throw InvalidInput.of(`contactIds.${missing}`, 'not_found', 'must be a person of the register');
  const employer = people.find((person) => person.id === contactIds[0])?.companyId ?? null;
  const companyId = input.companyId === undefined ? employer : input.companyId;
  if (contactIds.length === 0 && companyId === null)
    throw InvalidInput.of('contactIds', 'required', 'at least one person or a company is needed');
  if (companyId !== null && companyId !== employer) {
    const rows: unknown[] = await tx.query('SELECT 1 FROM companies WHERE id = $1', [companyId]);
    if (rows.length === 0)
      throw InvalidInput.of('companyId', 'not_found', 'must be a company of the register');
  }
  return { contactIds, companyId };
}

function assertText({ subject, body }: { subject?: string | null; body?: string | null }): void {
  if (!subject && !body) throw InvalidInput.of('subject', 'required', 'a subject or a body is needed');
}

async function replaceParticipants(
  tx: EntityManager,
  interactionId: string,
  contactIds: string[],
  occurredAt: Date,
): Promise<void> {
  await tx.delete(InteractionParticipant, { interactionId });
  if (contactIds.length === 0) return;
  await tx.insert(
    InteractionParticipant,
    contactIds.map((contactId, position) => ({ interactionId, contactId, position, occurredAt })),
  );
}

const touched = (...subjects: Subjects[]) => ({
  contactIds: [...new Set(subjects.flatMap(({ contactIds }) => contactIds))],
  companyIds: [...new Set(subjects.flatMap(({ companyId }) => (companyId === null ? [] : [companyId])))],
});

function revisionOf(before: Interaction, revisedAt: Date, revisedBy: string | null): InteractionRevision {
  const { type, direction, occurredAt, durationMinutes, subject, body } = before;
  return {
    id: newId(),
    interactionId: before.id,
    revisedAt,
    revisedBy,
    type,
    direction,
    occurredAt,
    durationMinutes,
    subject,
    body,
  };
}
