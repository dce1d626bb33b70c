import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Audit, PrivacyOfficer, type AuditEntry } from '@seloste/audit';
import { contactsWithin } from '@seloste/identity';
import {
  actingUserId,
  Forbidden,
  NotFound,
  type Clock,
  type Permission,
  type RequestContext,
} from '@seloste/kernel';
import { AutomatedSequences, type SequenceOfPerson } from '@seloste/permissions';
import { CLOCK, Database, readerOf, type Reader } from '@seloste/platform';
import { IsNull, type EntityManager } from 'typeorm';
import { runsOf } from './sequence-directory.js';
import { SequenceRun, type RunEnding } from './sequence-run.entity.js';
import type { SequenceRunResponse } from './sequences.dto.js';

/** The runs of people: seen and ended by staff, and by the person themselves on their own page (V5). */
@Injectable()
export class SequenceRuns implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly privacy: PrivacyOfficer,
    private readonly ownPages: AutomatedSequences,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.ownPages.provide({
      of: (reader, contactId) => ofThePerson(reader, contactId),
      stop: (tx, context, { contactId, id, linkId }) =>
        this.end(tx, context, { contactId, id, linkId, because: 'person' }),
    });
  }

  /** A look at somebody, and on record. @throws NotFound */
  async list(context: RequestContext, contactId: string): Promise<SequenceRunResponse[]> {
    const subject = { subjectType: 'contact', subjectId: contactId };
    const runs = await this.privacy.read(context, subject, async (reader) => {
      await assertReached(reader, context, { contactId, permission: 'contacts.read' });
      return runsOf(reader, contactId);
    });
    await this.audit.recordRead(context, { action: 'sequence.list_of_person', ...subject });
    return runs;
  }

  /** Ends a run for the person; what waits of it does not leave. Twice is once. @throws NotFound, Forbidden */
  stop(context: RequestContext, contactId: string, id: string): Promise<void> {
    return this.database.transaction(async (tx) => {
      await assertReached(readerOf(tx), context, { contactId, permission: 'objections.create' });
      if (!(await tx.existsBy(SequenceRun, { id, contactId }))) throw new NotFound('sequence');
      await this.end(tx, context, { contactId, id, because: 'staff' });
    });
  }

  private async end(
    tx: EntityManager,
    context: RequestContext,
    run: { contactId: string; id: string; linkId?: string; because: RunEnding },
  ): Promise<void> {
    const { contactId, id, linkId = null, because } = run;
    const endedBy = because === 'staff' ? actingUserId(context) : null;
    const { affected } = await tx.update(
      SequenceRun,
      { id, contactId, endedAt: IsNull() },
      { endedAt: this.clock.now(), endedBecause: because, endedBy, linkId },
    );
    if (affected) await this.audit.record(tx, context, entryOf('sequence.stop', contactId));
  }
}

/** What the person's own page lists: what runs, and what they ended themselves. */
const ofThePerson = (reader: Reader, contactId: string): Promise<SequenceOfPerson[]> =>
  reader.read(
    `SELECT r.id, s.name, r.started_at AS "startedAt", r.ended_at AS "stoppedAt"
     FROM sequence_runs r JOIN sequences s ON s.id = r.sequence_id
     WHERE r.contact_id = $1 AND (r.ended_at IS NULL OR r.ended_because = 'person') ORDER BY r.started_at DESC, r.id`,
    [contactId],
  );

/** @throws NotFound for whom the caller does not see; Forbidden where `permission` does not reach so far */
export async function assertReached(
  reader: Reader,
  context: RequestContext,
  { contactId, permission }: { contactId: string; permission: Permission },
): Promise<void> {
  const parameters: unknown[] = [contactId];
  const seen = contactsWithin(context, 'contacts.read', 'c', parameters) ?? 'true';
  const open = contactsWithin(context, permission, 'c', parameters) ?? 'true';
  const [found] = await reader.read<{ isOpen: boolean }>(
    `SELECT ${open} AS "isOpen" FROM contacts c WHERE c.id = $1 AND ${seen}`,
    parameters,
  );
  if (!found) throw new NotFound('contact');
  if (!found.isOpen) throw new Forbidden();
}

export const entryOf = (action: string, contactId: string, fields: string[] = []): AuditEntry => ({
  action,
  subjectType: 'contact',
  subjectId: contactId,
  fields,
});
