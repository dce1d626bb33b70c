import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import type { Clock, RequestContext } from '@seloste/kernel';
import { Messages } from '@seloste/messages';
import { Permissions, type Decision } from '@seloste/permissions';
import { CLOCK, readerOf } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import { entryOf } from './sequence-runs.js';
import { isLasting } from './start-sequences.js';
import { StepContents, type StepToWrite, type StepWords } from './step-contents.js';

/** So many steps are taken in one transaction. */
export const atOnce = 100;

const itself: RequestContext = { actor: { kind: 'system', name: 'sequences' }, requestId: '' };

interface DueStep extends StepToWrite {
  messageId: string;
  runId: string;
  contactId: string;
  companyId: string | null;
  roleReason: string | null;
}

/** The next step of each run, where its time has come. Whoever is at one holds it; others take those that are left. */
const due = `
  SELECT st.message_id AS "messageId", st.run_id AS "runId", st.contact_id AS "contactId", c.company_id AS "companyId",
    c.language, s.purpose, s.role_reason AS "roleReason", st.template_id AS "templateId"
  FROM sequence_run_steps st JOIN sequence_runs r ON r.id = st.run_id JOIN sequences s ON s.id = r.sequence_id
    JOIN contacts c ON c.id = st.contact_id
  WHERE st.taken_at IS NULL AND st.due_at <= $1 AND r.ended_at IS NULL AND s.disabled_at IS NULL
    AND NOT EXISTS (SELECT FROM sequence_run_steps e WHERE e.run_id = st.run_id AND e.taken_at IS NULL AND e.position < st.position)
  ORDER BY st.due_at, st.message_id LIMIT ${atOnce} FOR UPDATE OF st, r SKIP LOCKED`;

const tickOff = `
  UPDATE sequence_run_steps st SET taken_at = $2, outcome = t.outcome, code = t.code, template_version_id = t."versionId"
  FROM jsonb_to_recordset($1) AS t("messageId" uuid, outcome text, code text, "versionId" uuid) WHERE st.message_id = t."messageId"`;

/** After a pause or an outage the next mail keeps its distance: two never come together that were to come apart. */
const keepDistance = `
  UPDATE sequence_run_steps next
  SET due_at = greatest(next.due_at, $2::timestamptz + make_interval(hours => next.after_hours - taken.after_hours))
  FROM sequence_run_steps taken
  WHERE taken.message_id = ANY($1::uuid[]) AND next.run_id = taken.run_id AND next.taken_at IS NULL`;

const complete = `
  UPDATE sequence_runs r SET ended_at = $2, ended_because = 'completed'
  WHERE r.id = ANY($1::uuid[]) AND r.ended_at IS NULL
    AND NOT EXISTS (SELECT FROM sequence_run_steps st WHERE st.run_id = r.id AND st.taken_at IS NULL)`;

const refuse = `UPDATE sequence_runs SET ended_at = $2, ended_because = 'objection' WHERE id = ANY($1::uuid[]) AND ended_at IS NULL`;

/** A step with what becomes of it: words, or none where it is left out. */
interface Taken {
  step: DueStep;
  code: string;
  words: StepWords | null;
}

/** The steps whose time has come: each becomes a message, or is left out with the reason. */
@Injectable()
export class DueSteps {
  constructor(
    private readonly permissions: Permissions,
    private readonly contents: StepContents,
    private readonly messages: Messages,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Takes at most {@link atOnce}, all of them or none. @returns how many */
  async take(tx: EntityManager): Promise<number> {
    const now = this.clock.now();
    const steps = await readerOf(tx).read<DueStep>(due, [now]);
    if (steps.length === 0) return 0;
    const taken: Taken[] = [];
    for (const step of steps) taken.push(await this.outcomeOf(tx, step));
    await this.queue(tx, taken);
    const rows = taken.map(({ step: { messageId }, code, words }) => ({
      messageId,
      outcome: words === null ? 'left_out' : 'queued',
      code,
      versionId: words?.versionId ?? null,
    }));
    await tx.query(tickOff, [JSON.stringify(rows), now]);
    await tx.query(keepDistance, [steps.map(({ messageId }) => messageId), now]);
    const refused = taken.filter(({ words, code }) => words === null && isLasting(code as Decision['code']));
    await tx.query(refuse, [refused.map(({ step }) => step.runId), now]);
    await tx.query(complete, [steps.map(({ runId }) => runId), now]);
    return steps.length;
  }

  /** What forbids it today may be over when the next step is due; what lasts ends the run. */
  private async outcomeOf(tx: EntityManager, step: DueStep): Promise<Taken> {
    const { contactId, purpose, roleReason } = step;
    const attempt = { channel: 'email', purpose, roleReason } as const;
    const { allowed, code } = await this.permissions.decide(readerOf(tx), contactId, attempt);
    if (!allowed) return { step, code, words: null };
    const words = await this.contents.wordsFor(readerOf(tx), step);
    return { step, code: words === null ? 'no_template' : code, words };
  }

  /** Whether each may leave is decided again when it leaves. */
  private async queue(tx: EntityManager, taken: Taken[]): Promise<void> {
    const written = taken.flatMap(({ step, words }) => (words === null ? [] : [{ step, words }]));
    if (written.length === 0) return;
    await this.messages.queue(
      tx,
      written.map(({ step: { messageId, runId, contactId, companyId, purpose, roleReason }, words }) => ({
        id: messageId,
        ...{ contactId, companyId, purpose, roleReason },
        language: words.language,
        origin: { kind: 'sequence', id: runId },
      })),
    );
    const entries = written.map(({ step }) => entryOf('sequence.send', step.contactId));
    await this.audit.recordAll(tx, itself, entries);
  }
}
