import type { DigestedEvent } from './audit-keys.js';

/** A time in microseconds since 1970, as text. */
export const microseconds = (column: string): string =>
  `(extract(epoch FROM ${column}) * 1000000)::bigint::text`;

/** Columns of `audit_events e` as their digest sees them; all null where a join found no event. */
export const digestedColumns = `e.id, ${microseconds('e.occurred_at')} AS "occurredAt", e.class, e.actor_kind AS "actorKind",
  e.actor_id AS "actorId", e.actor_name AS "actorName", e.action, e.subject_type AS "subjectType", e.subject_id AS "subjectId",
  array_to_string(e.fields, ',') AS fields, array_to_string(e.shown_ids, ',') AS "shownIds", e.request_id AS "requestId"`;

/** What a join on events may not have found. */
export type StoredEvent = DigestedEvent | { [key in keyof DigestedEvent]: null };

export const isThere = (event: StoredEvent): event is DigestedEvent => event.id !== null;
