import { Inject, Injectable } from '@nestjs/common';
import { Audit, type AuditEntry } from '@seloste/audit';
import {
  actingUserId,
  InvalidInput,
  newId,
  type Channel,
  type Clock,
  type RequestContext,
} from '@seloste/kernel';
import { CLOCK } from '@seloste/platform';
import { In, type EntityManager } from 'typeorm';
import { subjectOf, type Subject } from '../evidence-scope.js';
import type { PurposeRecord } from '../purposes/purpose.entity.js';
import { ObjectionWithdrawal } from './objection-withdrawal.entity.js';
import { Objection, type ObjectionWay } from './objection.entity.js';
import { NotObjectable } from './objections.errors.js';

/** A "no" as it came in. */
export type NewObjection = Subject & {
  channel: Channel | 'all';
  /** A purpose's key, or `all`: every purpose but service. */
  purpose: string;
  /** What is left of a person's "no" to every purpose: it forbids purposes to come, too. */
  ofEverything?: boolean;
  receivedVia: ObjectionWay;
  note?: string | null;
  /** The message that it answers. */
  messageId?: string | null;
  /** The person's link by which it came. */
  linkId?: string | null;
  /** When they said so; now when left out. */
  objectedAt?: Date;
};

/** Through a link of their own. */
const byThemselves: RequestContext = { actor: { kind: 'system', name: 'person' }, requestId: '' };

/**
 * What people and companies said no to (GDPR Art. 21; 917/2014 s. 200–203; H12, P9). Whoever may see the person is asked
 * by the caller; a restricted person's "no" counts like anybody's.
 */
@Injectable()
export class Objections {
  constructor(
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * In force from the moment the transaction is committed: no message is handed over after that. Saying no twice is
   * saying it once. The person's addresses are suppressed as well, so that nobody brings them back under another record.
   * @returns the id of the objection in force; `isNew` false where it was there before
   * @throws InvalidInput for a purpose that does not exist; NotObjectable
   */
  async record(
    tx: EntityManager,
    context: RequestContext,
    objection: NewObjection,
  ): Promise<{ id: string; isNew: boolean }> {
    const { contactId = null, companyId = null, channel, purpose, receivedVia } = objection;
    const { ofEverything = false } = objection;
    await assertObjectable(tx, purpose);
    const [inForce] = await tx.query<{ id: string | null }[]>(
      'SELECT objection_in_force($1, $2, $3, $4, $5) AS id',
      [contactId, companyId, channel, purpose, ofEverything],
    );
    const now = this.clock.now();
    const objectedAt = objection.objectedAt ?? now;
    if (contactId !== null)
      await tx.query('SELECT suppress_addresses_of($1, $2, $3, $4, $5)', [
        ...[contactId, channel, purpose],
        ...[receivedVia === 'complaint' ? 'complaint' : 'objection', objectedAt],
      ]);
    if (inForce?.id) return { id: inForce.id, isNew: false };
    const id = newId();
    const { note = null, messageId = null, linkId = null } = objection;
    const origin = { receivedVia, note, messageId, linkId };
    const recorded = { recordedAt: now, recordedBy: actingUserId(context) };
    await tx.insert(Objection, {
      id,
      contactId,
      companyId,
      channel,
      purpose,
      ofEverything,
      objectedAt,
      ...origin,
      ...recorded,
    });
    await this.audit.record(
      tx,
      context,
      entryOf('objection.record', objection, ['channel', 'purpose', 'receivedVia']),
    );
    return { id, isNew: true };
  }

  /**
   * The person takes objections of theirs back, by a link of theirs; nobody else can, and the database refuses whoever
   * tries. What is not theirs, or was taken back before, is passed over.
   * @returns the ids of those that were taken back
   */
  async withdraw(
    tx: EntityManager,
    { contactId, objectionIds, linkId }: { contactId: string; objectionIds: string[]; linkId: string },
    context: RequestContext = byThemselves,
  ): Promise<string[]> {
    if (objectionIds.length === 0) return [];
    await tx.query('SELECT hold_hand_overs_to($1)', [contactId]);
    const theirs = await tx.findBy(Objection, { id: In(objectionIds), contactId });
    const before = await tx.findBy(ObjectionWithdrawal, { objectionId: In(objectionIds) });
    const gone = new Set(before.map(({ objectionId }) => objectionId));
    const taken = theirs.filter(({ id }) => !gone.has(id));
    for (const { id: objectionId, channel, purpose } of taken) {
      const withdrawal = { objectionId, contactId, withdrawnAt: this.clock.now(), linkId, toldBy: null };
      await tx.insert(ObjectionWithdrawal, { ...withdrawal, recordedBy: null });
      await tx.query('SELECT release_addresses_of($1, $2, $3)', [contactId, channel, purpose]);
    }
    const entries = taken.map(() => entryOf('objection.withdraw', { contactId }, ['channel', 'purpose']));
    if (entries.length > 0) await this.audit.recordAll(tx, context, entries);
    return taken.map(({ id }) => id);
  }
}

/** @throws InvalidInput, NotObjectable */
async function assertObjectable(tx: EntityManager, purpose: string): Promise<void> {
  if (purpose === 'all') return;
  const [found] = await tx.query<Pick<PurposeRecord, 'class' | 'basis'>[]>(
    'SELECT class, basis FROM purposes WHERE key = $1',
    [purpose],
  );
  if (!found) throw InvalidInput.of('purpose', 'not_found', 'must be a purpose that is in use, or all');
  if (found.class === 'service' && found.basis !== 'legitimate_interest') throw new NotObjectable();
}

const entryOf = (action: string, subject: Subject, fields: string[]): AuditEntry => ({
  action,
  ...subjectOf(subject),
  fields,
});
