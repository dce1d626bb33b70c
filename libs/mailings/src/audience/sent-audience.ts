import { companiesWithin, contactsWithin } from '@seloste/identity';
import type { RequestContext } from '@seloste/kernel';
import { Conditions, readPage, whereOpen, type ListReader, type Reader } from '@seloste/platform';
import { displayName } from '../segments/people-of-segment.js';
import type { AudienceQuery } from './audience.dto.js';
import { judgedColumns } from './judge-people.js';
import type { CountRow, MemberRow } from './live-audience.js';

type Row = Omit<MemberRow, 'judged' | 'key'> & NonNullable<MemberRow['judged']> & { cursor_key: string[] };

/** One page of whom a mailing was sent off to, in the order in which they came to be on record. */
export async function readSentAudience(
  reader: ListReader,
  context: RequestContext,
  mailingId: string,
  query: AudienceQuery,
): Promise<{ items: MemberRow[]; nextCursor: string | null }> {
  const conditions = new Conditions();
  conditions.add(mailingId, (p) => `j.mailing_id = ${p}`);
  conditions.keep(contactsWithin(context, 'contacts.read', 'c', conditions.parameters));
  conditions.add(query.included, (p) => `j.allowed = ${p}::boolean`);
  conditions.add(query.code, (p) => `j.code = ${p}`);
  conditions.add(query.language, (p) => `j.language = ${p}`);
  const { where, parameters } = conditions;
  const employer = companiesWithin(context, 'companies.read', 'co', parameters);
  const page = await readPage<Row>(
    reader,
    {
      select: `c.id AS "contactId", ${displayName} AS name, ${whereOpen(employer, 'c.company_id')} AS "companyId",
        ${whereOpen(employer, 'co.name')} AS "companyName", ${judgedColumns}`,
      from: 'mailing_recipients j JOIN contacts c ON c.id = j.contact_id LEFT JOIN companies co ON co.id = c.company_id',
      where,
      parameters,
      sort: { keys: [{ sql: 'j.contact_id', type: 'uuid' }], descending: false },
    },
    { ...query, isUncounted: true },
  );
  return { ...page, items: page.items.map(toMember) };
}

function toMember({ cursor_key: key, contactId, name, companyId, companyName, ...judged }: Row): MemberRow {
  return { contactId, name, companyId, companyName, key, judged: judged.code === null ? null : judged };
}

/** How many have what decided of them; a null code: nothing yet. Numbers name nobody: they are of all. */
export function countSentAudience(
  reader: Reader,
  mailingId: string,
): Promise<(Omit<CountRow, 'code'> & { code: string | null })[]> {
  return reader.read(
    `SELECT allowed, code, language, fell_back AS "fellBack", count(*)::int AS n FROM mailing_recipients
     WHERE mailing_id = $1 GROUP BY 1, 2, 3, 4`,
    [mailingId],
  );
}
