import { setTimeout as wait } from 'node:timers/promises';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import { newId, type Clock, type Language } from '@seloste/kernel';
import { Messages, type NewMessage } from '@seloste/messages';
import { CLOCK, Database, readerOf } from '@seloste/platform';
import { TemplateRenderers } from '@seloste/templates';
import type { EntityManager } from 'typeorm';
import { judgedSql, personColumns, withAddress, type Question } from './audience/judge-people.js';
import { Mailing } from './mailing.entity.js';
import { onRecord } from './mailings.service.js';

/** People who are decided about, and written to, together. */
export const batchSize = 500;

/** How long to wait for people who are being decided about elsewhere, in milliseconds. */
const patience = 200;

/** The process is being stopped; what is left is done by whoever takes it up. */
class Stopped extends Error {}

/** What is decided about one person, and what their message needs. */
interface JudgedPerson {
  id: string;
  allowed: boolean;
  language: Language;
  companyId: string | null;
  messageId: string | null;
  [column: string]: unknown;
}

/**
 * Turns the people of a mailing that was sent off into messages, batch by batch. What becomes of a person is written in
 * the transaction that queues their message, so that a run which is killed at any instant goes on where it stood.
 */
@Injectable()
export class PrepareMailing implements OnModuleDestroy {
  private isStopping = false;

  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly messages: Messages,
    private readonly renderers: TemplateRenderers,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onModuleDestroy(): void {
    this.isStopping = true;
  }

  /** Safe to call at any time, by any number of processes: they take batches in turn. @throws when the process is being stopped */
  async run(id: string): Promise<void> {
    for (;;) {
      const outcome = await this.runBatch(id);
      if (outcome === 'done') return;
      if (this.isStopping) throw new Stopped('the process is stopping');
      if (outcome === 'held') await wait(patience);
    }
  }

  /** The next people: some were decided about, all that are left are held by somebody else, or nothing is left to do. */
  async runBatch(id: string): Promise<'some' | 'held' | 'done'> {
    return this.database.transaction(async (tx) => {
      const mailing = await tx.findOne(Mailing, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (mailing?.status !== 'sending' || mailing.preparedAt !== null) return 'done';
      const undecided = await tx.query<{ contact_id: string }[]>(
        `SELECT contact_id FROM mailing_recipients WHERE mailing_id = $1 AND decided_at IS NULL ORDER BY contact_id LIMIT $2`,
        [id, batchSize],
      );
      if (undecided.length === 0) {
        await this.finish(tx, mailing);
        return 'done';
      }
      const held = await holdPeople(
        tx,
        undecided.map(({ contact_id }) => contact_id),
      );
      if (held.length === 0) return 'held';
      await this.prepare(tx, mailing, held);
      return 'some';
    });
  }

  private async prepare(tx: EntityManager, mailing: Mailing, people: string[]): Promise<void> {
    const judged = await judge(tx, mailing, { people, question: await this.questionOf(tx, mailing) });
    const decided = judged.map((person) => ({ ...person, messageId: person.allowed ? newId() : null }));
    await this.messages.queue(
      tx,
      decided.flatMap((person) => messageTo(person, mailing)),
    );
    await tx.query(writeDecisions, [mailing.id, JSON.stringify(decided), this.clock.now()]);
    await tx.query('UPDATE mailings SET progressed_at = $2 WHERE id = $1', [mailing.id, this.clock.now()]);
  }

  private async questionOf(tx: EntityManager, mailing: Mailing): Promise<Question> {
    const { languages } = await this.renderers.rendererFor(mailing.templateVersionId ?? '');
    const [own] = await readerOf(tx).read<{ language: Language }>('SELECT language FROM controllers');
    const { purpose, areas, roleReason, profilingPurpose } = mailing;
    const at = this.clock.now();
    return {
      purpose,
      areas,
      roleReason,
      profilingPurpose,
      languages,
      ownLanguage: own?.language ?? 'fi',
      at,
    };
  }

  private async finish(tx: EntityManager, { id, requestId }: Mailing): Promise<void> {
    await tx.query('UPDATE mailings SET prepared_at = $2 WHERE id = $1', [id, this.clock.now()]);
    const context = { actor: { kind: 'system', name: 'mailing' }, requestId: requestId ?? '' } as const;
    await this.audit.record(tx, context, onRecord('mailing.prepare', id));
  }
}

/**
 * Those of the people who are not being changed in what they allow: an objection that is on its way is on record before
 * they are decided about, or finds their message.
 */
async function holdPeople(tx: EntityManager, ids: string[]): Promise<string[]> {
  const rows = await tx.query<{ id: string }[]>(
    `SELECT id FROM unnest($1::uuid[]) id WHERE pg_try_advisory_xact_lock_shared(7356800, hashtext(id::text))`,
    [ids],
  );
  return rows.map(({ id }) => id);
}

/** Who got a message of this mailing at the same address already. */
const isTaken = (mailing: string): string =>
  `EXISTS (SELECT FROM mailing_recipients t WHERE t.mailing_id = ${mailing} AND t.address_digest = p.digest)`;

function judge(
  tx: EntityManager,
  { id }: Mailing,
  { people, question }: { people: string[]; question: Question },
): Promise<JudgedPerson[]> {
  const parameters: unknown[] = [people, id];
  const judged = judgedSql(question, parameters, isTaken('$2'));
  return tx.query(
    `WITH people AS MATERIALIZED (SELECT ${personColumns} FROM contacts c ${withAddress} WHERE c.id = ANY($1)), ${judged}
     SELECT j.id, j.allowed, j.code, j.law, j.since, j.evidence_type, j.evidence_id, j.purpose, j.language, j.fell_back,
       encode(j.digest, 'hex') AS digest, c.company_id AS "companyId" FROM judged j JOIN contacts c ON c.id = j.id`,
    parameters,
  );
}

function messageTo({ id, companyId, language, messageId }: JudgedPerson, mailing: Mailing): NewMessage[] {
  if (messageId === null) return [];
  const { purpose, profilingPurpose, areas, roleReason, dispatchedBy: authorId } = mailing;
  const origin = { kind: 'mailing', id: mailing.id } as const;
  const about = { purpose, profilingPurpose, language, origin, areas, roleReason, authorId };
  return [{ id: messageId, contactId: id, companyId, ...about }];
}

const writeDecisions = `
  UPDATE mailing_recipients r SET decided_at = $3, allowed = j.allowed, code = j.code, law = j.law, since = j.since, purpose = j.purpose,
    evidence_type = j.evidence_type, evidence_id = j.evidence_id, language = j.language, fell_back = j.fell_back,
    address_digest = CASE WHEN j.allowed THEN decode(j.digest, 'hex') END, message_id = j."messageId"
  FROM jsonb_to_recordset($2) AS j(id uuid, allowed boolean, code text, law text, since timestamptz, purpose text, evidence_type text,
    evidence_id uuid, language text, fell_back boolean, digest text, "messageId" uuid)
  WHERE r.mailing_id = $1 AND r.contact_id = j.id`;
