import { Injectable } from '@nestjs/common';
import { actingUserId, allItems, type Page, type PageRequest, type RequestContext } from '@seloste/kernel';
import { Conditions, Database, readPage, type KeysetSort } from '@seloste/platform';
import { Audit } from '../audit.js';
import type { AuditEventQuery, AuditEventResponse } from './audit-log.dto.js';

/** Filters of the log without a page. */
export type AuditFilter = Pick<
  AuditEventQuery,
  'contactId' | 'actorId' | 'action' | 'since' | 'until' | 'class'
>;

const newestFirst: KeysetSort = {
  keys: [
    { sql: 'e.occurred_at', type: 'timestamptz' },
    { sql: 'e.id', type: 'uuid' },
  ],
  descending: true,
};

/** A program that acts for a user is named by its token's id. */
const byToken = `e.actor_kind = 'user' AND e.actor_name LIKE 'api\\_token %'`;

const columns = `e.id, e.occurred_at AS "occurredAt", e.class, e.actor_kind AS "actorKind", e.actor_id AS "actorId",
  coalesce(u.name, CASE WHEN ${byToken} THEN NULL ELSE e.actor_name END) AS "actorName",
  CASE WHEN ${byToken} THEN substr(e.actor_name, length('api_token ') + 1) END AS "tokenId", e.action, e.subject_type AS "subjectType", e.subject_id AS "subjectId", e.fields,
  cardinality(e.shown_ids) AS "shownCount"`;

/** Two ordered reads put together, each by an index of its own. */
const aboutPerson = (id: string): string => `(
  SELECT * FROM audit_events WHERE subject_id = ${id}
  UNION ALL
  SELECT * FROM audit_events
  WHERE shown_ids @> ARRAY[${id}]::uuid[] AND shown_ids <> '{}' AND subject_id IS DISTINCT FROM ${id})`;

interface EventRow extends Omit<AuditEventResponse, 'actor'> {
  actorKind: 'user' | 'system';
  actorId: string | null;
  actorName: string | null;
  tokenId: string | null;
  cursor_key: string[];
}

/** The record of acts, newest first. Looking into it is an act as well. */
@Injectable()
export class AuditLog {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** One page for somebody who may read it; that they did is on record before they see it. */
  async list(
    context: RequestContext,
    filter: AuditFilter,
    request: PageRequest,
  ): Promise<Page<AuditEventResponse>> {
    const page = await this.read(filter, request);
    const fields = Object.entries(filter).flatMap(([name, value]) => (value === undefined ? [] : [name]));
    const subject =
      filter.contactId === undefined
        ? { subjectType: 'audit_log' }
        : { subjectType: 'contact', subjectId: filter.contactId };
    await this.audit.recordRead(context, { action: 'audit_log.read', ...subject, fields });
    return page;
  }

  /** What the acting user did. */
  listOwn(context: RequestContext, request: PageRequest): Promise<Page<AuditEventResponse>> {
    return this.list(context, { actorId: actingUserId(context) ?? undefined }, request);
  }

  /** Every event, page by page, for an export, which is on record itself. */
  all(filter: AuditFilter): AsyncGenerator<AuditEventResponse> {
    return allItems((request) => this.read(filter, request));
  }

  private async read(filter: AuditFilter, request: PageRequest): Promise<Page<AuditEventResponse>> {
    const conditions = new Conditions();
    const { contactId } = filter;
    const events =
      contactId === undefined
        ? 'audit_events'
        : aboutPerson(`$${conditions.parameters.push(contactId)}::uuid`);
    conditions.add(filter.actorId, (p) => `e.actor_id = ${p}`);
    conditions.add(filter.action, (p) => `e.action = ${p}`);
    conditions.add(filter.class, (p) => `e.class = ${p}`);
    conditions.add(filter.since, (p) => `e.occurred_at >= ${p}`);
    conditions.add(filter.until, (p) => `e.occurred_at < ${p}`);
    const { where, parameters } = conditions;
    const from = `${events} AS e LEFT JOIN users u ON u.id = e.actor_id`;
    const countFrom = `${events} AS e`;
    const query = { select: columns, from, countFrom, where, parameters, sort: newestFirst };
    const page = await readPage<EventRow>(this.database, query, request);
    return { ...page, items: page.items.map(toResponse) };
  }
}

const toResponse = (row: EventRow): AuditEventResponse => ({
  id: row.id,
  occurredAt: row.occurredAt,
  class: row.class,
  actor: { kind: row.actorKind, id: row.actorId, name: row.actorName, tokenId: row.tokenId },
  action: row.action,
  subjectType: row.subjectType,
  subjectId: row.subjectId,
  fields: row.fields,
  shownCount: row.shownCount,
});
