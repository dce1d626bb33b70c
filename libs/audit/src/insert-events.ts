import { newId, type Actor, type RequestContext } from '@seloste/kernel';
import type { AuditClass } from './audit-event.entity.js';
import type { AuditKeys, DigestedEvent } from './chain/audit-keys.js';

/** What was done: `action` is `<noun>.<verb>`; `fields` are names, never values. */
export interface AuditEntry {
  action: string;
  subjectType: string;
  subjectId?: string | null;
  fields?: string[];
  /** Ids of the people that the act showed or touched besides its subject. */
  shownIds?: string[];
}

/** An event ready to be written. */
export type NewEvent = DigestedEvent & { at: string };

export function newEvent(
  { actor, requestId }: RequestContext,
  entry: AuditEntry,
  { kind, now }: { kind: AuditClass; now: Date },
): NewEvent {
  return {
    id: newId(),
    at: now.toISOString(),
    occurredAt: `${now.getTime()}000`,
    class: kind,
    actorKind: actor.kind,
    actorId: actor.kind === 'user' ? actor.userId : null,
    actorName: actorNameOf(actor),
    action: entry.action,
    subjectType: entry.subjectType,
    subjectId: entry.subjectId?.toLowerCase() ?? null,
    fields: (entry.fields ?? []).join(','),
    shownIds: (entry.shownIds ?? []).join(',').toLowerCase(),
    requestId,
  };
}

/** A user is named by id; a program that acts for one by its token's, and the software itself by its part. */
function actorNameOf(actor: Actor): string | null {
  if (actor.kind === 'system') return actor.name;
  return actor.tokenId === undefined ? null : `api_token ${actor.tokenId}`;
}

/** One statement for any number of events, so that it is prepared once. */
export const insertEvents = `
  INSERT INTO audit_events (id, occurred_at, class, actor_kind, actor_id, actor_name, action, subject_type, subject_id, fields,
    shown_ids, request_id, mac)
  SELECT id, at, class, actor_kind, actor_id, actor_name, action, subject_type, subject_id, string_to_array(fields, ','),
    string_to_array(shown_ids, ',')::uuid[], request_id, decode(mac, 'hex')
  FROM unnest($1::uuid[], $2::timestamptz[], $3::text[], $4::text[], $5::uuid[], $6::text[], $7::text[], $8::text[], $9::uuid[],
    $10::text[], $11::text[], $12::text[], $13::text[])
    AS e (id, at, class, actor_kind, actor_id, actor_name, action, subject_type, subject_id, fields, shown_ids, request_id, mac)`;

/** The parameters of {@link insertEvents}. */
export function parametersOf(events: NewEvent[], keys: AuditKeys): unknown[][] {
  return [
    events.map((e) => e.id),
    events.map((e) => e.at),
    events.map((e) => e.class),
    events.map((e) => e.actorKind),
    events.map((e) => e.actorId),
    events.map((e) => e.actorName),
    events.map((e) => e.action),
    events.map((e) => e.subjectType),
    events.map((e) => e.subjectId),
    events.map((e) => e.fields),
    events.map((e) => e.shownIds),
    events.map((e) => e.requestId),
    events.map((e) => keys.digest(e).toString('hex')),
  ];
}
