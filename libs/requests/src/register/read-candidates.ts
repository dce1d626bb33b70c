import { normaliseEmail, normalisePhone, type RequestContext } from '@seloste/kernel';
import { referenceOf, type Reader } from '@seloste/platform';
import { searchCondition } from '@seloste/search';
import type { RequestCandidate } from './requests.dto.js';

/** So many are enough to see that a name alone says nothing. */
const most = 10;

/** People who may have asked: known by the address or number, or found by the words of a name; restricted people by their addresses. */
export async function readCandidates(
  reader: Reader,
  context: RequestContext,
  identifier: string,
): Promise<RequestCandidate[]> {
  const parameters: unknown[] = [normaliseEmail(identifier), normalisePhone(identifier) ?? ''];
  const isNamed = searchCondition(context, 'contact', { q: identifier, id: 'c.id', parameters });
  const rows = await reader.read<{
    id: string;
    name: string;
    companyId: string | null;
    companyName: string | null;
  }>(
    `SELECT c.id, btrim(c.first_name || ' ' || c.last_name) AS name, co.id AS "companyId", co.name AS "companyName"
     FROM contacts c LEFT JOIN companies co ON co.id = c.company_id
     WHERE c.erased_at IS NULL AND (c.id IN (SELECT p.contact_id FROM contact_points p
         WHERE p.kind = 'email' AND p.value = $1 OR p.kind = 'phone' AND p.value = $2) OR ${isNamed})
     ORDER BY c.sort_name, c.id LIMIT ${most}`,
    parameters,
  );
  return rows.map(({ id, name, companyId, companyName }) => ({
    ...{ id, name },
    company: referenceOf(companyId, companyName),
  }));
}
