import type { AddressDigests, ContactAttempt, DecisionCode } from '@seloste/permissions';
import type { Reader } from '@seloste/platform';

/** A company as far as it is decided on. */
export interface AskedCompany {
  id: string;
  email: string | null;
  phone: string | null;
}

/**
 * In the order of the decision on people: the company said no; its address is one that somebody has said no for; the
 * purpose is not there or switched off; it rests on nothing, or on consents, which companies do not give; a sole trader
 * is a natural person (917/2014 s. 200). To service the company says no where it rests on our interest alone and the
 * "no" names it; an erased address stays away from everything.
 */
const sql = `
  WITH asked AS (
    SELECT a.id, decode(a.digest, 'hex') AS digest FROM jsonb_to_recordset($1) AS a(id uuid, digest text)
  ), judged AS (
    SELECT asked.id, CASE
      WHEN EXISTS (SELECT FROM objections o WHERE o.company_id = asked.id AND o.channel IN ('all', $2)
        AND (p.class <> 'service' AND o.purpose IN ('all', p.key) OR p.basis = 'legitimate_interest' AND o.purpose = p.key)
        AND NOT EXISTS (SELECT FROM objection_withdrawals w WHERE w.objection_id = o.id)) THEN 'company_objected'
      WHEN EXISTS (SELECT FROM suppressions s WHERE s.digest = asked.digest AND s.channel IN ('all', $2) AND s.purpose IN ('all', $3)
        AND (s.reason = 'erasure' OR p.class <> 'service')) THEN 'suppressed'
      WHEN p.switched_on IS NOT TRUE THEN 'purpose_off'
      WHEN p.basis IS NULL THEN 'basis_missing'
      WHEN p.basis = 'consent' OR p.class = 'marketing' AND c.legal_form = 'sole_trader' AND $2 IN ('email', 'sms', 'social', 'chat') THEN 'consent_missing'
      WHEN EXISTS (SELECT FROM undeliverable_addresses u WHERE $2 = 'email' AND u.digest = asked.digest) THEN 'undeliverable'
    END AS code
    FROM asked JOIN companies c ON c.id = asked.id LEFT JOIN purposes p ON p.key = $3
  )
  SELECT id, code FROM judged WHERE code IS NOT NULL`;

/** Which of these companies may not be contacted so, and why. */
export async function refusalsOf(
  reader: Reader,
  companies: AskedCompany[],
  { use, digests }: { use: ContactAttempt; digests: AddressDigests },
): Promise<Map<string, DecisionCode>> {
  const kind = { email: 'email', phone: 'phone', sms: 'phone' } as const;
  const asked = companies.map((company) => {
    const by = use.channel in kind ? kind[use.channel as keyof typeof kind] : null;
    const address = by && company[by];
    return { id: company.id, digest: by && address ? digests.digestOf(by, address).toString('hex') : null };
  });
  const rows = await reader.read<{ id: string; code: DecisionCode }>(sql, [
    JSON.stringify(asked),
    use.channel,
    use.purpose,
  ]);
  return new Map(rows.map(({ id, code }) => [id, code]));
}
