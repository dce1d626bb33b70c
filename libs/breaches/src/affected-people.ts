import { Injectable } from '@nestjs/common';
import { Audit, PrivacyOfficer } from '@seloste/audit';
import { InvalidInput, type Page, type PageRequest, type RequestContext } from '@seloste/kernel';
import type { EntityManager } from 'typeorm';
import { BreachWork } from './breach-work.js';
import type { AffectedFound, AffectedPerson, FindAffected } from './breaches.dto.js';
import { listAffected } from './read-breaches.js';

/** Whom an account saw or touched in a time, by the record of looks and acts. */
const byAccount = `
  SELECT DISTINCT seen.id FROM audit_events e
  CROSS JOIN LATERAL (
    SELECT e.subject_id AS id WHERE e.subject_type = 'contact' AND e.subject_id IS NOT NULL
    UNION ALL SELECT unnest(e.shown_ids)
  ) seen
  WHERE e.actor_id = $2 AND e.occurred_at >= $3 AND e.occurred_at <= $4`;

const byExport = 'SELECT x.contact_id AS id FROM export_people x WHERE x.export_id = $2';

const byName = 'SELECT unnest($2::uuid[]) AS id';

const adding = (people: string, how: 'audit' | 'by_hand'): string => `
  INSERT INTO breach_people (breach_id, contact_id, restricted, found_by)
  SELECT $1, c.id, c.restricted, '${how}' FROM contacts c
  WHERE c.erased_at IS NULL AND c.id IN (${people})
  ON CONFLICT DO NOTHING RETURNING 1`;

/** Whose data a breach was about (GDPR Art. 33(3)(a), 34). */
@Injectable()
export class AffectedPeople {
  constructor(
    private readonly work: BreachWork,
    private readonly privacy: PrivacyOfficer,
    private readonly audit: Audit,
  ) {}

  /** Adds to those who are known. @throws NotFound, InvalidInput, BreachClosed */
  find(context: RequestContext, id: string, input: FindAffected): Promise<AffectedFound> {
    const ways = waysOf(input);
    if (ways.length === 0)
      throw InvalidInput.of('userId', 'required', 'must say by what the people are found');
    return this.work.carryOn(context, id, async (tx, breach) => {
      let added = 0;
      for (const { sql, parameters } of ways)
        added += (await tx.query<unknown[]>(sql, [id, ...parameters])).length;
      if (added > 0) {
        await this.work.record(tx, context, breach, { step: 'people_added', people: added });
        await this.work.save(tx, breach);
      }
      return { added, affected: await countOf(tx, id) };
    });
  }

  /** @throws NotFound */
  async list(context: RequestContext, id: string, request: PageRequest): Promise<Page<AffectedPerson>> {
    const acting = await this.work.because(context, id);
    const page = await this.privacy.look(acting, { subjectType: 'breach', subjectId: id }, (tx) =>
      listAffected(this.privacy.readerOf(tx), id, request),
    );
    const shownIds = page.items.map(({ contact }) => contact.id);
    await this.audit.recordRead(context, {
      ...{ action: 'breach.list_people', subjectType: 'breach', subjectId: id, shownIds },
    });
    return page;
  }

  /** It was not about this person after all; who was told stays. @throws NotFound, BreachClosed */
  async leaveOut(context: RequestContext, id: string, contactId: string): Promise<void> {
    await this.work.carryOn(context, id, async (tx, breach) => {
      const [, left] = await tx.query<[unknown[], number]>(
        'DELETE FROM breach_people WHERE breach_id = $1 AND contact_id = $2 AND told_at IS NULL',
        [id, contactId],
      );
      if (left === 0) return;
      await this.work.record(tx, context, breach, { step: 'person_left_out', people: left });
      await this.work.save(tx, breach);
    });
  }
}

/** @throws InvalidInput for an account without a time */
function waysOf({ userId, from, until, exportId, contactIds }: FindAffected) {
  const ways: { sql: string; parameters: unknown[] }[] = [];
  if (userId !== undefined) {
    if (from === undefined || until === undefined || from > until)
      throw InvalidInput.of('from', 'required', 'must say from when until when the account was misused');
    ways.push({ sql: adding(byAccount, 'audit'), parameters: [userId, from, until] });
  }
  if (exportId !== undefined) ways.push({ sql: adding(byExport, 'audit'), parameters: [exportId] });
  if (contactIds !== undefined && contactIds.length > 0)
    ways.push({ sql: adding(byName, 'by_hand'), parameters: [contactIds] });
  return ways;
}

async function countOf(tx: EntityManager, id: string): Promise<number> {
  const [row] = await tx.query<{ n: number }[]>('SELECT breach_people_of($1) AS n', [id]);
  return row?.n ?? 0;
}
