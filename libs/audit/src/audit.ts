import { Inject, Injectable } from '@nestjs/common';
import { newId, type Clock, type RequestContext } from '@seloste/kernel';
import { CLOCK } from '@seloste/platform';
import type { EntityManager } from 'typeorm';

/** What was done: `action` is `<noun>.<verb>`; `fields` are names, never values. */
export interface AuditEntry {
  action: string;
  subjectType: string;
  subjectId?: string | null;
  fields?: string[];
}

/** The append-only record of who did what (GDPR Art. 5(2), promise V11). */
@Injectable()
export class Audit {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  /** Adds one event in the caller's transaction, so that act and record are committed together or not at all. */
  record(tx: EntityManager, context: RequestContext, entry: AuditEntry): Promise<void> {
    return this.recordAll(tx, context, [entry]);
  }

  /** Adds many events in one statement. */
  async recordAll(
    tx: EntityManager,
    { actor, requestId }: RequestContext,
    entries: AuditEntry[],
  ): Promise<void> {
    const [kind, id, name] =
      actor.kind === 'user' ? ['user', actor.userId, null] : ['system', null, actor.name];
    await tx.query(
      `INSERT INTO audit_events (id, occurred_at, actor_kind, actor_id, actor_name, action, subject_type, subject_id, fields, request_id)
       SELECT e.id, $1, $2, $3, $4, e.action, e.subject_type, e.subject_id, string_to_array(e.fields, ','), $5
       FROM unnest($6::uuid[], $7::text[], $8::text[], $9::uuid[], $10::text[]) AS e (id, action, subject_type, subject_id, fields)`,
      [
        this.clock.now(),
        kind,
        id,
        name,
        requestId,
        entries.map(() => newId()),
        entries.map((e) => e.action),
        entries.map((e) => e.subjectType),
        entries.map((e) => e.subjectId ?? null),
        entries.map((e) => (e.fields ?? []).join(',')),
      ],
    );
  }
}
