import { Injectable } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import { companiesWithin, contactsWithin } from '@seloste/identity';
import type { Page, RequestContext } from '@seloste/kernel';
import { Messages } from '@seloste/messages';
import { Conditions, Database, readPage, referenceOf, whereOpen } from '@seloste/platform';
import { summaryOf } from '../audience/count-audience.js';
import { countSentAudience } from '../audience/sent-audience.js';
import { readMailing } from '../read-mailings.js';
import { displayName } from '../segments/people-of-segment.js';
import type { MailingRecipientResponse, MailingResults, RecipientQuery } from './results.dto.js';

const isObjected = 'EXISTS (SELECT FROM objections o WHERE o.message_id = m.id)';

/** What the filters mean; any other word is the status itself. */
const filters: Record<string, string> = {
  bounced: 'm.bounced_at IS NOT NULL',
  complained: 'm.complained_at IS NOT NULL',
  objected: isObjected,
};

interface Row extends Omit<MailingRecipientResponse, 'company'> {
  companyId: string | null;
  companyName: string | null;
  cursor_key: string[];
}

/** How a mailing goes: in numbers, which name nobody, and person by person within the caller's reach. */
@Injectable()
export class Results {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly messages: Messages,
  ) {}

  /** @throws NotFound */
  async of(id: string): Promise<MailingResults> {
    const mailing = await readMailing(this.database, id);
    const people = await countSentAudience(this.database, id);
    const counts = await this.messages.counts(this.database, { kind: 'mailing', id });
    const { undecided, leftOut } = summaryOf(people);
    const refused = people.flatMap(({ code, allowed, n }) =>
      code !== null && !allowed ? [{ code, n }] : [],
    );
    return {
      status: mailing.status,
      people: mailing.people ?? 0,
      undecided,
      leftOut,
      waiting: counts.waiting + counts.handing_over,
      accepted: counts.handed_over,
      kept: counts.kept,
      inDoubt: counts.in_doubt,
      stopped: counts.stopped,
      failed: counts.failed,
      cancelled: counts.cancelled,
      bounced: counts.bounced,
      complained: counts.complained,
      objected: await this.objected(id),
      leftOutByCode: byCode(refused),
      stoppedByCode: byCode(await this.stopped(id)),
    };
  }

  /** One page of whom something was written to. A look at people, and on record as one. @throws NotFound */
  async recipients(
    context: RequestContext,
    id: string,
    query: RecipientQuery,
  ): Promise<Page<MailingRecipientResponse>> {
    await readMailing(this.database, id);
    const page = await this.page(context, id, query);
    await this.audit.recordRead(context, {
      action: 'mailing.list_recipients',
      subjectType: 'mailing',
      subjectId: id,
      shownIds: page.items.map(({ contactId }) => contactId),
    });
    return page;
  }

  private async page(
    context: RequestContext,
    id: string,
    query: RecipientQuery,
  ): Promise<Page<MailingRecipientResponse>> {
    const conditions = new Conditions([`m.origin_kind = 'mailing'`]);
    conditions.add(id, (p) => `m.origin_id = ${p}`);
    conditions.keep(contactsWithin(context, 'contacts.read', 'c', conditions.parameters));
    const special = query.status && filters[query.status];
    if (special) conditions.keep(special);
    else conditions.add(query.status, (p) => `m.status = ${p}`);
    const { where, parameters } = conditions;
    const countParameters = [...parameters];
    const employer = companiesWithin(context, 'companies.read', 'co', parameters);
    const page = await readPage<Row>(
      this.database,
      {
        select: `m.id, c.id AS "contactId", ${displayName} AS name, ${whereOpen(employer, 'c.company_id')} AS "companyId",
          ${whereOpen(employer, 'co.name')} AS "companyName", m.language, m.status, m.handed_over_at AS "handedOverAt", m.decision_code AS code,
          m.decision_law AS law, m.failure, m.bounced_at AS "bouncedAt", m.bounce_kind AS "bounceKind", m.complained_at AS "complainedAt",
          (SELECT min(o.objected_at) FROM objections o WHERE o.message_id = m.id) AS "objectedAt"`,
        from: 'messages m JOIN contacts c ON c.id = m.contact_id LEFT JOIN companies co ON co.id = c.company_id',
        where,
        parameters,
        countParameters,
        sort: { keys: [{ sql: 'm.id', type: 'uuid' }], descending: false },
      },
      query,
    );
    return {
      ...page,
      items: page.items.map(({ companyId, companyName, cursor_key: _, ...row }) => ({
        ...row,
        company: referenceOf(companyId, companyName),
      })),
    };
  }

  private async objected(id: string): Promise<number> {
    const [row] = await this.database.read<{ n: number }>(
      `SELECT count(DISTINCT o.contact_id)::int AS n FROM messages m JOIN objections o ON o.message_id = m.id WHERE m.origin_id = $1`,
      [id],
    );
    return row?.n ?? 0;
  }

  private stopped(id: string): Promise<{ code: string; n: number }[]> {
    return this.database.read(
      `SELECT decision_code AS code, count(*)::int AS n FROM messages
       WHERE origin_id = $1 AND status = 'stopped' AND decision_code IS NOT NULL GROUP BY 1`,
      [id],
    );
  }
}

function byCode(rows: { code: string; n: number }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { code, n } of rows) counts[code] = (counts[code] ?? 0) + n;
  return counts;
}
