import { Injectable } from '@nestjs/common';
import { NotFound } from '@seloste/kernel';
import { Database, type Reader } from '@seloste/platform';
import type { SequenceResponse, SequenceRunResponse } from './sequences.dto.js';

const reference = (table: string): string =>
  `CASE WHEN ${table}.id IS NOT NULL THEN json_build_object('id', ${table}.id, 'name', ${table}.name) END`;

const sequences = `
  SELECT s.id, s.name, s.trigger, s.purpose, s.role_reason AS "roleReason", s.service_reason AS "serviceReason",
    s.disabled_at IS NULL AS enabled, s.version, s.created_at AS "createdAt",
    ${reference('o')} AS owner, ${reference('c')} AS "createdBy",
    (SELECT count(*)::int FROM sequence_runs r WHERE r.sequence_id = s.id AND r.ended_at IS NULL) AS "underWay",
    (SELECT coalesce(json_agg(json_build_object('position', st.position, 'afterHours', st.after_hours,
       'template', ${reference('t')}) ORDER BY st.position), '[]')
     FROM sequence_steps st JOIN templates t ON t.id = st.template_id WHERE st.sequence_id = s.id) AS steps
  FROM sequences s LEFT JOIN users o ON o.id = s.owner_id LEFT JOIN users c ON c.id = s.created_by`;

const runs = `
  SELECT r.id, ${reference('s')} AS sequence, r.trigger, s.purpose, r.what, r.started_at AS "startedAt",
    ${reference('b')} AS "startedBy", r.ended_at AS "endedAt", r.ended_because AS "endedBecause", ${reference('e')} AS "endedBy",
    (SELECT coalesce(json_agg(json_build_object('position', st.position, 'dueAt', st.due_at,
       'status', coalesce(st.outcome, 'waiting'), 'code', st.code,
       'messageId', CASE WHEN st.outcome = 'queued' THEN st.message_id END) ORDER BY st.position), '[]')
     FROM sequence_run_steps st WHERE st.run_id = r.id) AS steps
  FROM sequence_runs r JOIN sequences s ON s.id = r.sequence_id
    LEFT JOIN users b ON b.id = r.started_by LEFT JOIN users e ON e.id = r.ended_by`;

/** Which sequences there are. */
@Injectable()
export class SequenceDirectory {
  constructor(private readonly database: Database) {}

  list(): Promise<SequenceResponse[]> {
    return this.database.read(`${sequences} ORDER BY lower(s.name), s.id`);
  }

  /** @throws NotFound */
  async get(id: string): Promise<SequenceResponse> {
    const [row] = await this.database.read<SequenceResponse>(`${sequences} WHERE s.id = $1`, [id]);
    if (!row) throw new NotFound('sequence');
    return row;
  }
}

/** A person's runs, newest first. */
export async function runsOf(reader: Reader, contactId: string): Promise<SequenceRunResponse[]> {
  const found = await reader.read<SequenceRunResponse>(
    `${runs} WHERE r.contact_id = $1 ORDER BY r.started_at DESC, r.id DESC`,
    [contactId],
  );
  // Times inside JSON come as text.
  return found.map((run) => ({
    ...run,
    steps: run.steps.map((step) => ({ ...step, dueAt: new Date(step.dueAt) })),
  }));
}
