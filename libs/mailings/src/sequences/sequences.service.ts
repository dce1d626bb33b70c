import { Inject, Injectable } from '@nestjs/common';
import { Audit, type AuditEntry } from '@seloste/audit';
import {
  actingUserId,
  InvalidInput,
  newId,
  NotFound,
  type Clock,
  type Purpose,
  type RequestContext,
} from '@seloste/kernel';
import { assertVersion, CLOCK, Database, readerOf } from '@seloste/platform';
import { assertForPurpose, Templates } from '@seloste/templates';
import { isDeepStrictEqual } from 'node:util';
import type { EntityManager } from 'typeorm';
import { classOfPurpose } from '../purpose-class.js';
import { SequenceStep } from './sequence-step.entity.js';
import { Sequence } from './sequence.entity.js';
import type { CreateSequence, SequenceStepDto, UpdateSequence } from './sequences.dto.js';

/** What a sequence needs to be sound. */
interface Runnable {
  purpose: Purpose;
  steps: SequenceStepDto[];
  ownerId: string | null;
  roleReason: string | null;
}

/** Laying down what follows by itself when a person asks for something (V5). */
@Injectable()
export class Sequences {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly templates: Templates,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Returns the id. @throws InvalidInput */
  create(context: RequestContext, { steps, ...input }: CreateSequence): Promise<string> {
    const { ownerId = null, roleReason = null, serviceReason = null } = input;
    return this.database.transaction(async (tx) => {
      await assertServiceIsExplained(tx, input.purpose, serviceReason);
      await this.assertRunnable(tx, { purpose: input.purpose, steps, ownerId, roleReason });
      const [id, now] = [newId(), this.clock.now()];
      const made = { version: 1, createdAt: now, createdBy: actingUserId(context), updatedAt: now };
      await tx.insert(Sequence, { ...input, ...{ ownerId, roleReason, serviceReason }, id, ...made });
      await writeSteps(tx, id, steps);
      const fields = ['name', 'trigger', 'purpose', 'steps', 'ownerId', 'roleReason', 'serviceReason'];
      await this.audit.record(tx, context, entryOf('sequence.create', id, fields));
      return id;
    });
  }

  /** @throws NotFound, StaleVersion, InvalidInput */
  async update(
    context: RequestContext,
    id: string,
    changes: UpdateSequence,
    ifMatch?: number,
  ): Promise<void> {
    await this.database.transaction(async (tx) => {
      const sequence = await tx.findOne(Sequence, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!sequence) throw new NotFound('sequence');
      assertVersion(sequence, ifMatch);
      const before = await stepsOf(tx, id);
      const steps =
        changes.steps?.map(({ afterHours, templateId }) => ({ afterHours, templateId })) ?? before;
      const fields = this.apply(context, sequence, changes);
      if (!isDeepStrictEqual(steps, before)) fields.push('steps');
      if (fields.length === 0) return;
      if (fields.some((field) => ['steps', 'ownerId', 'roleReason'].includes(field)))
        await this.assertRunnable(tx, { ...sequence, steps });
      sequence.version += 1;
      sequence.updatedAt = this.clock.now();
      await tx.save(sequence);
      if (fields.includes('steps')) await writeSteps(tx, id, steps);
      await this.audit.record(tx, context, entryOf('sequence.update', id, fields));
    });
  }

  /** The names of what differs. */
  private apply(context: RequestContext, sequence: Sequence, changes: UpdateSequence): string[] {
    const { name, ownerId, roleReason, enabled } = changes;
    const fields: string[] = [];
    if (name !== undefined && name !== sequence.name) fields.push('name');
    if (ownerId !== undefined && ownerId !== sequence.ownerId) fields.push('ownerId');
    if (roleReason !== undefined && roleReason !== sequence.roleReason) fields.push('roleReason');
    if (enabled !== undefined && enabled !== (sequence.disabledAt === null)) fields.push('enabled');
    if (fields.includes('enabled')) {
      sequence.disabledAt = enabled ? null : this.clock.now();
      sequence.disabledBy = enabled ? null : actingUserId(context);
    }
    sequence.name = name ?? sequence.name;
    if (ownerId !== undefined) sequence.ownerId = ownerId;
    if (roleReason !== undefined) sequence.roleReason = roleReason;
    return fields;
  }

  /** @throws InvalidInput naming the field */
  private async assertRunnable(
    tx: EntityManager,
    { purpose, steps, ownerId, roleReason }: Runnable,
  ): Promise<void> {
    if (steps.length === 0 && ownerId === null)
      throw InvalidInput.of('steps', 'required', 'must not be empty unless somebody looks after the people');
    if (steps.length > 0) await assertRoleIsExplained(tx, purpose, roleReason);
    for (const [index, { afterHours, templateId }] of steps.entries()) {
      const field = `steps.${index}.templateId`;
      if (afterHours < (steps[index - 1]?.afterHours ?? 0))
        throw InvalidInput.of(`steps.${index}.afterHours`, 'order', 'must not be before the step before');
      const version = await this.templates
        .currentVersion(readerOf(tx), templateId)
        .catch((error: unknown) => {
          throw error instanceof NotFound ? InvalidInput.of(field, 'not_found', 'must be a template') : error;
        });
      assertForPurpose(version, purpose, field);
    }
    const isUser = 'SELECT 1 FROM users WHERE id = $1 AND deactivated_at IS NULL';
    if (ownerId !== null && (await readerOf(tx).read(isUser, [ownerId])).length === 0)
      throw InvalidInput.of('ownerId', 'unknown_user', 'must be the id of an active user');
  }
}

/** C2: marketing to people in their job roles says what it has to do with their work. @throws InvalidInput */
async function assertRoleIsExplained(
  tx: EntityManager,
  purpose: Purpose,
  reason: string | null,
): Promise<void> {
  const purposeClass = await classOfPurpose(readerOf(tx), purpose, 'purpose');
  if (purposeClass === 'marketing' && !reason)
    throw InvalidInput.of('roleReason', 'required', 'must say what it has to do with the people’s work');
}

/** V4: whatever goes out as service says why it is none of the other. @throws InvalidInput */
async function assertServiceIsExplained(
  tx: EntityManager,
  purpose: Purpose,
  reason: string | null,
): Promise<void> {
  const purposeClass = await classOfPurpose(readerOf(tx), purpose, 'purpose');
  if (purposeClass === 'profiling')
    throw InvalidInput.of('purpose', 'purpose', 'must be a purpose that messages are sent for');
  if (purposeClass === 'service' && !reason)
    throw InvalidInput.of('serviceReason', 'required', 'must say why it is no marketing');
}

async function stepsOf(tx: EntityManager, sequenceId: string): Promise<SequenceStepDto[]> {
  const steps = await tx.find(SequenceStep, { where: { sequenceId }, order: { position: 'ASC' } });
  return steps.map(({ afterHours, templateId }) => ({ afterHours, templateId }));
}

async function writeSteps(tx: EntityManager, sequenceId: string, steps: SequenceStepDto[]): Promise<void> {
  await tx.delete(SequenceStep, { sequenceId });
  const rows = steps.map((step, index) => ({ ...step, sequenceId, position: index + 1 }));
  if (rows.length > 0) await tx.insert(SequenceStep, rows);
}

const entryOf = (action: string, subjectId: string, fields: string[]): AuditEntry => ({
  action,
  subjectType: 'sequence',
  subjectId,
  fields,
});
