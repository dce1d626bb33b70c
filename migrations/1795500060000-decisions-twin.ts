import { addressLists, domainOf, localPartOf } from './1795500060000-decisions-addresses.js';

const asked = 'permission_decisions_of';
const space = String.raw`E' \t\n\r\f\v'`;
const spaces = String.raw`E'[ \t\n\r\f\v]+'`;
const words = (text: string): string =>
  `lower(btrim(regexp_replace(${text}, ${spaces}, ' ', 'g')) COLLATE "und-x-icu")`;
const isBlank = (column: string): string => `btrim(coalesce(${column}, ''), ${space}) = ''`;

const reachesChannel = (row: string): string => `${row}.channel IN ('all', ${asked}.channel)`;
const reachesPurpose = (row: string): string =>
  `(${row}.purpose = ${asked}.purpose OR (${row}.purpose = 'all' AND the_class IS DISTINCT FROM 'service'))`;

/** One row each for whom there is something on record that counts; of several, the one that a decision names. */
const evidence = `
    person_objections AS (
      SELECT DISTINCT ON (o.contact_id) o.contact_id, o.id, o.objected_at
      FROM asked a JOIN objections o ON o.contact_id = a.id
      WHERE ${reachesChannel('o')} AND ${reachesPurpose('o')}
        AND NOT EXISTS (SELECT FROM objection_withdrawals w WHERE w.objection_id = o.id)
      ORDER BY o.contact_id, o.objected_at, o.id
    ),
    company_objections AS (
      SELECT DISTINCT ON (o.company_id) o.company_id, o.id, o.objected_at
      FROM objections o
      WHERE o.company_id IS NOT NULL AND ${reachesChannel('o')} AND ${reachesPurpose('o')}
        AND NOT EXISTS (SELECT FROM objection_withdrawals w WHERE w.objection_id = o.id)
      ORDER BY o.company_id, o.objected_at, o.id
    ),
    suppressed AS (
      SELECT DISTINCT ON (p.contact_id) p.contact_id, s.id, s.since, s.reason
      FROM asked a JOIN contact_points p ON p.contact_id = a.id JOIN suppressions s ON s.digest = p.digest AND s.kind = p.kind
      WHERE CASE WHEN the_kind IS NULL THEN s.channel = 'all' ELSE s.kind = the_kind AND ${reachesChannel('s')} END
        AND CASE WHEN s.reason = 'erasure' THEN s.purpose IN ('all', ${asked}.purpose)
              ELSE the_class IS DISTINCT FROM 'service' AND ${reachesPurpose('s')} END
      ORDER BY p.contact_id, s.since, s.id
    ),
    given AS (
      SELECT s.contact_id, s.id, s.obtained_at, w.withdrawn_at,
        CASE WHEN s.needs_confirmation THEN f.confirmed_at ELSE s.obtained_at END AS held_from,
        max(w.withdrawn_at) OVER (PARTITION BY s.contact_id) AS last_withdrawal
      FROM asked a JOIN consents s ON s.contact_id = a.id
        LEFT JOIN consent_confirmations f ON f.consent_id = s.id LEFT JOIN consent_withdrawals w ON w.consent_id = s.id
      WHERE s.purpose = ${asked}.purpose AND ${reachesChannel('s')}
    ),
    standing AS (
      SELECT g.contact_id, g.id, coalesce(g.withdrawn_at, g.held_from, g.obtained_at) AS since,
        CASE WHEN g.withdrawn_at IS NOT NULL THEN 'consent_withdrawn'
          WHEN coalesce(g.held_from, g.obtained_at) <= g.last_withdrawal THEN NULL
          WHEN g.held_from IS NULL THEN 'consent_unconfirmed'
          ELSE 'consent' END AS code
      FROM given g
    ),
    consented AS (
      SELECT DISTINCT ON (g.contact_id) g.* FROM standing g WHERE g.code IS NOT NULL
      ORDER BY g.contact_id, array_position(ARRAY['consent', 'consent_unconfirmed', 'consent_withdrawn'], g.code), g.since DESC, g.id DESC
    ),
    sold AS (
      SELECT DISTINCT ON (s.contact_id) s.contact_id, s.id, s.sold_on
      FROM asked a JOIN sale_references s ON s.contact_id = a.id
      WHERE ${asked}.channel IN ('email', 'sms')
      ORDER BY s.contact_id, s.sold_on DESC, s.id DESC
    )`;

/** What the rules look at, one row for each who is asked for. */
const known = `
    known AS (
      SELECT a.id, c.id IS NULL AS is_gone, c.erased_at, c.restricted, c.title, c.area_of_responsibility AS area,
        r.id AS restriction_id, r.placed_at, coalesce(b.basis, the_basis) AS basis,
        the_class IS DISTINCT FROM 'service' OR coalesce(b.basis, the_basis, '') = 'legitimate_interest' AS may_object,
        po.id AS objection_id, po.objected_at, co.id AS company_id, com.id AS company_objection_id, com.objected_at AS company_objected_at,
        sup.id AS suppression_id, sup.since AS suppressed_since, sup.reason,
        con.code AS consent_code, con.id AS consent_id, con.since AS consent_since, sold.id AS sale_id, sold.sold_on,
        co.id IS NOT NULL AND co.legal_form IS DISTINCT FROM 'sole_trader' AS is_company,
        CASE WHEN e.value IS NULL OR point_kind <> 'email' THEN NULL WHEN provider.entry IS NOT NULL THEN 'private' WHEN box.entry IS NOT NULL THEN 'shared' ELSE 'named' END AS address,
        CASE WHEN point_kind IS NOT NULL THEN e.value IS NOT NULL
          WHEN ${asked}.channel = 'post' THEN EXISTS (SELECT FROM company_addresses ca WHERE ca.company_id = co.id)
          ELSE true END AS is_reachable,
        dead.since AS dead_since, n.id AS notice_id, n.due_on
      FROM asked a
        LEFT JOIN contacts c ON c.id = a.id
        LEFT JOIN restrictions r ON r.contact_id = c.id AND r.lifted_at IS NULL AND c.restricted
        LEFT JOIN companies co ON co.id = c.company_id
        LEFT JOIN contact_bases b ON b.contact_id = c.id AND b.purpose = ${asked}.purpose
        LEFT JOIN contact_points e ON e.contact_id = c.id AND e.kind = point_kind AND e.position = 0
        LEFT JOIN ${addressLists} provider ON provider.list = 'private_domain' AND provider.entry = ${domainOf('e.value')} AND point_kind = 'email'
        LEFT JOIN ${addressLists} box ON box.list = 'shared_local_part' AND box.entry = ${localPartOf('e.value')} AND point_kind = 'email'
        LEFT JOIN undeliverable_addresses dead ON dead.digest = e.digest AND point_kind = 'email'
        LEFT JOIN notice_duties n ON n.contact_id = c.id AND n.discharged_at IS NULL
        LEFT JOIN person_objections po ON po.contact_id = c.id
        LEFT JOIN company_objections com ON com.company_id = c.company_id
        LEFT JOIN suppressed sup ON sup.contact_id = c.id
        LEFT JOIN consented con ON con.contact_id = c.id
        LEFT JOIN sold ON sold.contact_id = c.id
    )`;

/** The first rule that has something to say. */
const firstRule = `CASE
        WHEN k.is_gone OR k.erased_at IS NOT NULL THEN 'erased'
        WHEN k.restricted THEN 'restricted'
        WHEN k.may_object AND k.objection_id IS NOT NULL THEN 'objected'
        WHEN k.may_object AND k.company_objection_id IS NOT NULL THEN 'company_objected'
        WHEN k.suppression_id IS NOT NULL THEN 'suppressed'
        WHEN the_class IS NULL OR NOT is_on THEN 'purpose_off'
        WHEN k.basis IS NULL OR (the_class <> 'service' AND k.basis NOT IN ('consent', 'legitimate_interest')) THEN 'basis_missing'
        WHEN the_class = 'service' AND k.basis <> 'consent' THEN 'service'
        WHEN k.basis = 'consent' OR k.consent_code = 'consent_withdrawn' THEN coalesce(k.consent_code, 'consent_missing')
        WHEN NOT is_electronic THEN 'legitimate_interest'
        WHEN k.address = 'shared' AND k.is_company THEN 'legal_person'
        WHEN k.consent_code = 'consent' THEN 'consent'
        WHEN k.sale_id IS NOT NULL THEN 'existing_customer'
        WHEN k.address = 'named' AND k.is_company THEN CASE
          WHEN coalesce(${asked}.role_reason, false) THEN 'job_role'
          WHEN ${isBlank('k.title')} AND ${isBlank('k.area')} THEN 'role_unknown'
          WHEN the_areas IS NULL OR coalesce(${words('k.area')} = ANY(the_areas), false) THEN 'job_role'
          ELSE 'outside_role' END
        WHEN ${asked}.channel = 'email' AND k.address IS NULL THEN 'no_address'
        ELSE coalesce(k.consent_code, 'consent_missing') END`;

const grounds = `'service', 'legal_person', 'job_role', 'consent', 'existing_customer', 'legitimate_interest'`;

/** What still stands in the way of a contact that rests on something. */
const obstacle = `CASE WHEN k.said IN (${grounds}) THEN CASE
        WHEN the_class = 'marketing' AND ${asked}.channel <> 'email' AND k.due_on < today THEN 'notice_overdue'
        WHEN the_class <> 'profiling' AND NOT k.is_reachable THEN 'no_address'
        WHEN the_class <> 'profiling' AND k.dead_since IS NOT NULL THEN 'undeliverable' END END`;

const law = `CASE k.code
        WHEN 'erased' THEN 'GDPR Art. 17(1)'
        WHEN 'restricted' THEN 'GDPR Art. 18(2)'
        WHEN 'objected' THEN CASE the_class WHEN 'service' THEN 'GDPR Art. 21(1)' ELSE 'GDPR Art. 21(3)' END
        WHEN 'company_objected' THEN '917/2014 s. 202'
        WHEN 'suppressed' THEN CASE k.reason WHEN 'erasure' THEN 'GDPR Art. 17(1)' ELSE 'GDPR Art. 21(3)' END
        WHEN 'purpose_off' THEN 'GDPR Art. 5(1)(b)'
        WHEN 'basis_missing' THEN 'GDPR Art. 6(1)'
        WHEN 'consent_missing' THEN CASE WHEN is_electronic THEN '917/2014 s. 200(1)' ELSE 'GDPR Art. 6(1)(a)' END
        WHEN 'consent_unconfirmed' THEN 'GDPR Art. 7(1)'
        WHEN 'consent_withdrawn' THEN 'GDPR Art. 7(3)'
        WHEN 'role_unknown' THEN '917/2014 s. 200(1)'
        WHEN 'outside_role' THEN '917/2014 s. 200(1)'
        WHEN 'notice_overdue' THEN 'GDPR Art. 14(3)'
        WHEN 'undeliverable' THEN 'GDPR Art. 5(1)(d)'
        WHEN 'no_address' THEN 'GDPR Art. 5(1)(c)'
        WHEN 'service' THEN CASE k.basis WHEN 'contract' THEN 'GDPR Art. 6(1)(b)' WHEN 'legal_obligation' THEN 'GDPR Art. 6(1)(c)'
          WHEN 'vital_interests' THEN 'GDPR Art. 6(1)(d)' WHEN 'public_task' THEN 'GDPR Art. 6(1)(e)' ELSE 'GDPR Art. 6(1)(f)' END
        WHEN 'legal_person' THEN '917/2014 s. 202'
        WHEN 'job_role' THEN '917/2014 s. 202'
        WHEN 'consent' THEN CASE WHEN is_electronic THEN '917/2014 s. 200(1)' ELSE 'GDPR Art. 6(1)(a)' END
        WHEN 'existing_customer' THEN '917/2014 s. 200(3)'
        ELSE 'GDPR Art. 6(1)(f)' END`;

const since = `CASE k.code
        WHEN 'erased' THEN k.erased_at
        WHEN 'restricted' THEN k.placed_at
        WHEN 'objected' THEN k.objected_at
        WHEN 'company_objected' THEN k.company_objected_at
        WHEN 'suppressed' THEN k.suppressed_since
        WHEN 'consent' THEN k.consent_since
        WHEN 'consent_unconfirmed' THEN k.consent_since
        WHEN 'consent_withdrawn' THEN k.consent_since
        WHEN 'existing_customer' THEN k.sold_on::timestamp AT TIME ZONE 'UTC'
        WHEN 'notice_overdue' THEN k.due_on::timestamp AT TIME ZONE 'UTC'
        WHEN 'undeliverable' THEN k.dead_since END`;

const evidenceId = `CASE k.code
        WHEN 'restricted' THEN k.restriction_id
        WHEN 'objected' THEN k.objection_id
        WHEN 'company_objected' THEN k.company_objection_id
        WHEN 'suppressed' THEN k.suppression_id
        WHEN 'consent' THEN k.consent_id
        WHEN 'consent_unconfirmed' THEN k.consent_id
        WHEN 'consent_withdrawn' THEN k.consent_id
        WHEN 'existing_customer' THEN k.sale_id
        WHEN 'legal_person' THEN k.company_id
        WHEN 'job_role' THEN k.company_id
        WHEN 'notice_overdue' THEN k.notice_id END`;

const evidenceType = `CASE WHEN k.evidence_id IS NOT NULL THEN CASE k.code
        WHEN 'restricted' THEN 'restriction'
        WHEN 'objected' THEN 'objection'
        WHEN 'company_objected' THEN 'objection'
        WHEN 'suppressed' THEN 'suppression'
        WHEN 'consent' THEN 'consent'
        WHEN 'consent_unconfirmed' THEN 'consent'
        WHEN 'consent_withdrawn' THEN 'consent_withdrawal'
        WHEN 'existing_customer' THEN 'sale_reference'
        WHEN 'notice_overdue' THEN 'notice_duty'
        ELSE 'company' END END`;

const obligations = `CASE WHEN k.code NOT IN (${grounds}) OR the_class = 'profiling' THEN '{}'::text[] ELSE
        CASE WHEN k.notice_id IS NOT NULL THEN ARRAY['notice'] ELSE '{}' END
        || CASE WHEN is_electronic THEN ARRAY['opt_out'] ELSE '{}' END
        || CASE WHEN k.code = 'job_role' AND the_areas IS NULL AND NOT coalesce(${asked}.role_reason, false) THEN ARRAY['role_link'] ELSE '{}' END END`;

/**
 * Planned anew at each call, because the plan for one person and that for a hundred thousand have nothing in common;
 * the owner's rights see restricted people, of whom it says no more than that.
 */
export const twin = `
  CREATE FUNCTION permission_decisions_of(contact_ids uuid[], channel text, purpose text, areas text[], role_reason boolean, at timestamptz)
  RETURNS TABLE (contact_id uuid, allowed boolean, code text, law text, since timestamptz, evidence_type text, evidence_id uuid, obligations text[])
  LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = public, pg_temp SET plan_cache_mode = force_custom_plan SET jit = off SET work_mem = '64MB' AS $$
  #variable_conflict use_column
  DECLARE
    the_class text;
    the_basis text;
    is_on boolean;
    is_electronic boolean;
    -- What the channel writes to or calls.
    point_kind text;
    -- Whose suppression counts: that of an e-mail address or of a number; null: of either, if it is for every channel.
    the_kind text;
    the_areas text[];
    today date;
  BEGIN
    SELECT p.class, p.basis, p.switched_on INTO the_class, the_basis, is_on FROM purposes p WHERE p.key = ${asked}.purpose;
    is_electronic := coalesce(the_class = 'marketing' AND ${asked}.channel IN ('email', 'sms', 'social', 'chat'), false);
    point_kind := CASE WHEN ${asked}.channel = 'email' THEN 'email' WHEN ${asked}.channel IN ('phone', 'sms') THEN 'phone' END;
    the_kind := CASE WHEN the_class IS DISTINCT FROM 'profiling' THEN point_kind END;
    SELECT array_agg(${words('one.area')}) INTO the_areas FROM unnest(${asked}.areas) AS one(area);
    today := (${asked}.at AT TIME ZONE coalesce((SELECT t.time_zone FROM controllers t), 'Europe/Helsinki'))::date;
    RETURN QUERY
    WITH asked AS MATERIALIZED (SELECT u.id FROM unnest(${asked}.contact_ids) AS u(id)),${evidence},${known}
    SELECT k.id, k.code IN (${grounds}), k.code, ${law}, ${since}, ${evidenceType}, k.evidence_id, ${obligations}
    -- OFFSET 0: worked out once each, not again wherever it is named.
    FROM (SELECT k.*, ${evidenceId} AS evidence_id
      FROM (SELECT k.*, coalesce(${obstacle}, k.said) AS code
        FROM (SELECT k.*, ${firstRule} AS said FROM known k OFFSET 0) k OFFSET 0) k OFFSET 0) k;
  END $$;
`;
