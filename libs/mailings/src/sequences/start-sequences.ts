import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import { giveOwner } from '@seloste/contacts';
import { actingUserId, newId, type Clock, type RequestContext } from '@seloste/kernel';
import { Permissions, type DecisionCode } from '@seloste/permissions';
import { CLOCK, Database, readerOf } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import { runsOf } from './sequence-directory.js';
import { SequenceRunStep } from './sequence-run-step.entity.js';
import { SequenceRun } from './sequence-run.entity.js';
import { assertReached, entryOf } from './sequence-runs.js';
import type { LeftOutSequence, StartedSequences, StartSequences } from './sequences.dto.js';

const hour = 60 * 60_000;

/** A "no" that lasts: nothing is begun against it, and what runs ends. What may still come right is asked when each mail is due. */
const lasting: ReadonlySet<DecisionCode> = new Set([
  'erased',
  'objected',
  'company_objected',
  'suppressed',
  'consent_withdrawn',
]);

export const isLasting = (code: DecisionCode): boolean => lasting.has(code);

interface Candidate {
  id: string;
  name: string;
  purpose: string;
  roleReason: string | null;
  ownerId: string | null;
  isUnderWay: boolean;
  stoppedByPerson: boolean;
  steps: { position: number; afterHours: number; templateId: string }[];
}

const candidates = `
  SELECT s.id, s.name, s.purpose, s.role_reason AS "roleReason",
    (SELECT u.id FROM users u WHERE u.id = s.owner_id AND u.deactivated_at IS NULL) AS "ownerId",
    EXISTS (SELECT FROM sequence_runs r WHERE r.sequence_id = s.id AND r.contact_id = $2 AND r.ended_at IS NULL) AS "isUnderWay",
    EXISTS (SELECT FROM sequence_runs r WHERE r.sequence_id = s.id AND r.contact_id = $2 AND r.ended_because = 'person') AS "stoppedByPerson",
    (SELECT coalesce(json_agg(json_build_object('position', st.position, 'afterHours', st.after_hours, 'templateId', st.template_id)
       ORDER BY st.position), '[]') FROM sequence_steps st WHERE st.sequence_id = s.id) AS steps
  FROM sequences s WHERE s.trigger = $1 AND s.disabled_at IS NULL ORDER BY s.id`;

/** Begins what follows by itself when a person asked for something (V5). */
@Injectable()
export class SequenceStarts {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly permissions: Permissions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Each sequence of the trigger is begun once; one that is under way goes on. What the person ended or said no to is
   * left out: nobody takes that back for them.
   * @throws NotFound, Forbidden
   */
  start(context: RequestContext, contactId: string, asked: StartSequences): Promise<StartedSequences> {
    return this.database.transaction(async (tx) => {
      const reader = readerOf(tx);
      await assertReached(reader, context, { contactId, permission: 'messages.create' });
      // Two requests at once begin one run.
      await reader.read('SELECT 1 FROM contacts WHERE id = $1 FOR NO KEY UPDATE', [contactId]);
      const found = await reader.read<Candidate>(candidates, [asked.trigger, contactId]);
      const leftOut: LeftOutSequence[] = [];
      const begun = new Set<string>();
      for (const sequence of found.filter(({ isUnderWay }) => !isUnderWay)) {
        const { id, name } = sequence;
        const code = await this.whyNot(tx, contactId, sequence);
        if (code !== null) leftOut.push({ sequence: { id, name }, code });
        else begun.add(await this.begin(tx, context, { contactId, asked, sequence }));
      }
      const asFound = new Set(found.map(({ id }) => id));
      const items = (await runsOf(reader, contactId)).filter(
        ({ id, sequence, endedAt }) => begun.has(id) || (endedAt === null && asFound.has(sequence.id)),
      );
      return { items, leftOut };
    });
  }

  private async whyNot(tx: EntityManager, contactId: string, sequence: Candidate): Promise<string | null> {
    if (sequence.stoppedByPerson) return 'stopped_by_person';
    const { purpose, roleReason } = sequence;
    const { allowed, code } = await this.permissions.decide(readerOf(tx), contactId, {
      channel: 'email',
      purpose,
      roleReason,
    });
    return !allowed && (isLasting(code) || code === 'purpose_off') ? code : null;
  }

  private async begin(
    tx: EntityManager,
    context: RequestContext,
    { contactId, asked, sequence }: { contactId: string; asked: StartSequences; sequence: Candidate },
  ): Promise<string> {
    const [id, now] = [newId(), this.clock.now()];
    const { trigger, what = null } = asked;
    const isDone = sequence.steps.length === 0;
    await tx.insert(SequenceRun, {
      ...{ id, sequenceId: sequence.id, contactId, trigger, what },
      ...{ startedAt: now, startedBy: actingUserId(context) },
      ...(isDone ? { endedAt: now, endedBecause: 'completed' } : {}),
    });
    const steps = sequence.steps.map((step) => ({
      ...step,
      ...{ messageId: newId(), runId: id, contactId },
      dueAt: new Date(now.getTime() + step.afterHours * hour),
    }));
    if (!isDone) await tx.insert(SequenceRunStep, steps);
    await this.audit.record(tx, context, entryOf('sequence.start', contactId, ['trigger', 'what']));
    const { ownerId } = sequence;
    if (ownerId !== null && (await giveOwner(tx, { contactId, ownerId, at: now })))
      await this.audit.record(tx, context, entryOf('contact.update', contactId, ['ownerId']));
    return id;
  }
}
