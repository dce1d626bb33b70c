import { prepared } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import type { Erasure } from './erasure.entity.js';

/** What may change of an erasure that is on record, as a row of JSON has it. */
const changing = [
  ['ground', 'ground', 'text'],
  ['requested_by', 'requestedBy', 'uuid'],
  ['run_id', 'runId', 'uuid'],
  ['note', 'note', 'text'],
  ['status', 'status', 'text'],
  ['not_before', 'notBefore', 'timestamptz'],
  ['manner', 'manner', 'text'],
  ['pseudonym', 'pseudonym', 'text'],
  ['restriction_id', 'restrictionId', 'uuid'],
  ['counts', 'counts', 'jsonb'],
  ['executed_at', 'executedAt', 'timestamptz'],
  ['completed_at', 'completedAt', 'timestamptz'],
  ['failure', 'failure', 'text'],
  ['scan', 'scan', 'jsonb'],
  ['certificate', 'certificate', 'jsonb'],
  ['certificate_hash', 'certificateHash', 'text'],
] as const satisfies readonly (readonly [string, keyof Erasure, string])[];

const saving = `
  UPDATE erasures e SET ${changing.map(([column, name]) => `${column} = n."${name}"`).join(', ')}
  FROM jsonb_to_recordset($1::jsonb) AS n (id uuid, ${changing.map(([, name, type]) => `"${name}" ${type}`).join(', ')})
  WHERE e.id = n.id`;

const fixed = [
  ['contact_id', 'contactId', 'uuid'],
  ['requested_at', 'requestedAt', 'timestamptz'],
  ['plan_id', 'planId', 'uuid'],
] as const satisfies readonly (readonly [string, keyof Erasure, string])[];

const all = [...fixed, ...changing];

const adding = `
  INSERT INTO erasures (id, ${all.map(([column]) => column).join(', ')})
  SELECT id, ${all.map(([, name]) => `"${name}"`).join(', ')}
  FROM jsonb_to_record($1::jsonb) AS n (id uuid, ${all.map(([, name, type]) => `"${name}" ${type}`).join(', ')})`;

/** Puts an erasure on record. */
export async function addErasure(tx: EntityManager, erasure: Erasure): Promise<void> {
  await prepared(tx, adding, [JSON.stringify(erasure)]);
}

/** Writes erasures that are on record as they stand now, all in one statement. */
export async function saveErasures(tx: EntityManager, ...erasures: Erasure[]): Promise<void> {
  if (erasures.length > 0) await prepared(tx, saving, [JSON.stringify(erasures)]);
}
