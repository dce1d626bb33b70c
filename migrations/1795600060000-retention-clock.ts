import { grounds } from './1795600060000-retention-rules.js';

const definer = 'SECURITY DEFINER SET search_path = public, pg_temp';

const consentsOf = `
    SELECT s.obtained_at, coalesce(f.confirmed_at, s.obtained_at) AS held_from,
      CASE WHEN s.needs_confirmation AND f.confirmed_at IS NULL THEN 'pending'
        WHEN w.withdrawn_at IS NULL AND refused.objected_at IS NULL AND taken_back.at IS NULL THEN 'held' ELSE 'lapsed' END AS standing,
      greatest(w.withdrawn_at, refused.objected_at, taken_back.at) AS lapsed_at, w.withdrawn_at IS NULL AND taken_back.at IS NULL AS was_objected
    FROM consents s JOIN purposes p ON p.key = s.purpose AND p.class = 'marketing'
      LEFT JOIN consent_confirmations f ON f.consent_id = s.id LEFT JOIN consent_withdrawals w ON w.consent_id = s.id
      LEFT JOIN LATERAL (
        SELECT min(o.objected_at) AS objected_at FROM objections o
        WHERE o.contact_id = c.id AND o.channel IN ('all', s.channel) AND o.purpose IN ('all', s.purpose)
          AND NOT EXISTS (SELECT FROM objection_withdrawals ow WHERE ow.objection_id = o.id)) refused ON true
      LEFT JOIN LATERAL (
        SELECT max(lw.withdrawn_at) AS at FROM consents l JOIN consent_withdrawals lw ON lw.consent_id = l.id
        WHERE l.contact_id = c.id AND l.purpose = s.purpose AND (l.channel = s.channel OR 'all' IN (l.channel, s.channel))
          AND lw.withdrawn_at >= coalesce(f.confirmed_at, s.obtained_at)) taken_back ON true
    WHERE s.contact_id = c.id`;

/** Days are days of the controller's calendar. */
export const calendar = `
  CREATE FUNCTION controller_zone() RETURNS text LANGUAGE sql STABLE AS $$
    SELECT coalesce((SELECT time_zone FROM controllers), 'Europe/Helsinki')
  $$;
  CREATE FUNCTION controller_day(at timestamptz) RETURNS date LANGUAGE sql STABLE AS $$
    SELECT (at AT TIME ZONE controller_zone())::date
  $$;
`;

/** What a clock is reckoned from: what people did and said, and the relationships. Never an edit (design rule 4). */
export const facts = `
  CREATE TYPE retention_facts AS (
    status text, customer_since date, ended_on date, lost_on date, left_on date, collected_on date, collected_via text,
    heard_on date, has_chatted boolean, consented_on date, lapsed_on date, lapsed_by text, refused_on date
  );

  CREATE FUNCTION retention_facts_of(ids uuid[]) RETURNS TABLE (contact_id uuid, ground text, reviewed_on date,
    status text, customer_since date, ended_on date, lost_on date, left_on date, collected_on date, collected_via text, heard_on date, has_chatted boolean, consented_on date, lapsed_on date, lapsed_by text, refused_on date)
  LANGUAGE sql STABLE AS $$
    SELECT c.id, c.retention_ground, c.retention_reviewed_on,
      co.relationship_status, co.relationship_started_on,
      CASE WHEN co.relationship_status = 'former' AND NOT co.relationship_lost THEN co.relationship_ended_on END,
      CASE WHEN co.relationship_status = 'former' AND co.relationship_lost THEN co.relationship_ended_on END,
      (SELECT max(least(e.ended_on, ec.relationship_ended_on)) FROM employments e JOIN companies ec ON ec.id = e.company_id
       WHERE e.contact_id = c.id AND e.ended_on IS NOT NULL
         AND (ec.relationship_status IN ('customer', 'partner') OR (ec.relationship_status = 'former' AND NOT ec.relationship_lost))),
      c.collected_on, c.collected_via, (c.last_heard_at AT TIME ZONE z.zone)::date,
      c.collected_via = 'website' AND EXISTS (
        SELECT FROM interaction_participants p JOIN interactions i ON i.id = p.interaction_id AND i.type = 'chat' AND i.direction = 'in' WHERE p.contact_id = c.id),
      (said.consented_at AT TIME ZONE z.zone)::date, (said.lapsed_at AT TIME ZONE z.zone)::date,
      CASE WHEN said.was_objected THEN 'objected' ELSE 'consent_withdrawn' END,
      (SELECT (min(o.objected_at) AT TIME ZONE z.zone)::date FROM objections o
       WHERE o.contact_id = c.id AND o.channel = 'all' AND o.purpose IN ('all', 'direct_marketing')
         AND NOT EXISTS (SELECT FROM objection_withdrawals w WHERE w.objection_id = o.id))
    FROM contacts c CROSS JOIN (SELECT controller_zone() AS zone OFFSET 0) z LEFT JOIN companies co ON co.id = c.company_id
      LEFT JOIN LATERAL (
        SELECT min(g.held_from) FILTER (WHERE g.standing = 'held') AS consented_at, max(g.lapsed_at) FILTER (WHERE g.standing = 'lapsed') AS lapsed_at,
          (array_agg(g.was_objected ORDER BY g.lapsed_at DESC, g.was_objected) FILTER (WHERE g.standing = 'lapsed'))[1] AS was_objected
        FROM (${consentsOf}) g) said ON true
    WHERE c.id = ANY (ids) AND c.erased_at IS NULL
  $$;
`;

const heardOrCollected = `CASE WHEN f.heard_on > f.collected_on THEN 'last_contact' ELSE 'collected' END`;
const lastContact = 'greatest(f.heard_on, f.collected_on)';
const isProspect = `f.refused_on IS NULL AND (f.status = 'prospect' OR f.lost_on IS NOT NULL
        OR (f.status IS NULL AND f.lapsed_on IS NULL AND f.collected_via IS DISTINCT FROM 'form' AND f.has_chatted IS NOT TRUE))`;
const isSender = `f.refused_on IS NULL AND f.lapsed_on IS NULL AND f.collected_via = 'form'`;
const hasOnlyChatted = `f.refused_on IS NULL AND f.lapsed_on IS NULL AND f.has_chatted`;

/**
 * A ground with no start does not apply. Of those that do, the one that keeps longest decides; of equals, the first. A
 * rule chooses among starts: from a lost lead, from the last contact, or from collecting. Everything is an array in the
 * order of the grounds, and of their other starts after them: joins and VALUES took several times as long.
 */
export const reckoning = `
  CREATE FUNCTION retention_people_rules() RETURNS retention_rules[] LANGUAGE sql STABLE AS $$
    SELECT array_agg(r ORDER BY array_position(ARRAY[${grounds.map((ground) => `'${ground}'`).join(', ')}], r.key)) FROM retention_rules r WHERE r.covers = 'people'
  $$;

  CREATE FUNCTION retention_clock_from(f retention_facts, rules retention_rules[])
  RETURNS TABLE (ground text, rule_version int, start text, started_on date, due_on date, review_months smallint) LANGUAGE sql STABLE AS $$
    SELECT (g.rule).key, (g.rule).version, g.start, g.started_on, g.due_on, (g.rule).review_months
    FROM (
      SELECT c.*, CASE WHEN (c.rule).period IS NOT NULL THEN (c.started_on + (c.rule).period::interval)::date END AS due_on FROM (
        SELECT d.started_on, d.place, rules[d.place] AS rule,
          (ARRAY[NULL, NULL, NULL, 'lead_lost', 'last_contact', 'last_contact', NULL, 'last_contact', 'collected', 'collected', 'collected'])[d.nth] AS chosen,
          (ARRAY['customer_since', 'consented', 'relationship_ended', CASE WHEN f.lost_on IS NOT NULL THEN 'lead_lost' ELSE ${heardOrCollected} END,
            ${heardOrCollected}, ${heardOrCollected},
            CASE WHEN f.refused_on IS NOT NULL THEN 'objected' WHEN f.lapsed_on IS NOT NULL THEN f.lapsed_by ELSE 'collected' END,
            ${heardOrCollected}, 'collected', 'collected', 'collected'])[d.nth] AS start
        FROM (
          SELECT u.started_on, u.nth, (ARRAY[1, 2, 3, 4, 5, 6, 7, 4, 4, 5, 6])[u.nth] AS place FROM unnest(ARRAY[
            CASE WHEN f.status IN ('customer', 'partner') THEN coalesce(f.customer_since, f.collected_on) END,
            CASE WHEN f.refused_on IS NULL THEN f.consented_on END,
            greatest(f.ended_on, f.left_on),
            CASE WHEN ${isProspect} THEN coalesce(f.lost_on, ${lastContact}) END,
            CASE WHEN ${isSender} THEN ${lastContact} END,
            CASE WHEN ${hasOnlyChatted} THEN ${lastContact} END,
            coalesce(f.refused_on, f.lapsed_on, f.collected_on),
            CASE WHEN ${isProspect} THEN ${lastContact} END,
            CASE WHEN ${isProspect} THEN f.collected_on END,
            CASE WHEN ${isSender} THEN f.collected_on END,
            CASE WHEN ${hasOnlyChatted} THEN f.collected_on END
          ]) WITH ORDINALITY AS u(started_on, nth) WHERE u.started_on IS NOT NULL) d OFFSET 0) c
      WHERE c.chosen IS NULL OR c.chosen = (c.rule).starts) g
    -- The person's own word is the last ground only when no other is left.
    ORDER BY g.place = 7, coalesce(g.due_on, 'infinity') DESC, g.place
    LIMIT 1
  $$;
`;

export const clocks = `
  -- Extensions that are not over on the day: since when, and until when. The table is another migration's, which replaces this.
  CREATE FUNCTION retention_extensions_of(ids uuid[], today date) RETURNS TABLE (contact_id uuid, extended_on date, until date) LANGUAGE sql STABLE AS $$
    SELECT NULL::uuid, NULL::date, NULL::date WHERE false
  $$;

  -- The clock that these people should have. A review date stays for as long as its ground does.
  CREATE FUNCTION retention_clocks_of(ids uuid[], today date)
  RETURNS TABLE (contact_id uuid, due_on date, review_on date, ground text, rule_version int, start text, started_on date, reviewed_on date)
  LANGUAGE sql STABLE ${definer} AS $$
    WITH rules AS MATERIALIZED (SELECT retention_people_rules() AS of_people),
    known AS MATERIALIZED (SELECT * FROM retention_facts_of(ids)),
    extended AS MATERIALIZED (
      SELECT DISTINCT ON (e.contact_id) e.* FROM retention_extensions_of(ids, today) e ORDER BY e.contact_id, e.until DESC),
    reckoned AS (
      SELECT k.contact_id, r.*, e.extended_on, e.until, coalesce(e.until > r.due_on AND r.ground <> 'withdrawn', false) AS is_extended,
        CASE WHEN r.due_on IS NULL AND k.ground = r.ground THEN k.reviewed_on END AS looked_at_on
      FROM rules CROSS JOIN known k CROSS JOIN LATERAL retention_clock_from(
          ROW(k.status, k.customer_since, k.ended_on, k.lost_on, k.left_on, k.collected_on, k.collected_via, k.heard_on, k.has_chatted, k.consented_on, k.lapsed_on, k.lapsed_by, k.refused_on)::retention_facts, rules.of_people) r
        LEFT JOIN extended e ON e.contact_id = k.contact_id)
    SELECT k.contact_id, CASE WHEN k.is_extended THEN k.until ELSE k.due_on END,
      CASE WHEN k.due_on IS NULL THEN (coalesce(k.looked_at_on, today) + make_interval(months => k.review_months))::date END,
      k.ground, k.rule_version, CASE WHEN k.is_extended THEN 'extended' ELSE k.start END,
      CASE WHEN k.is_extended THEN k.extended_on ELSE k.started_on END, CASE WHEN k.due_on IS NULL THEN coalesce(k.looked_at_on, today) END
    FROM reckoned k
  $$;

  -- Sets the clocks that are not what they should be; the number of them.
  CREATE FUNCTION retention_recompute(ids uuid[], today date) RETURNS int LANGUAGE plpgsql ${definer} AS $$
  DECLARE
    moved int;
  BEGIN
    IF cardinality(ids) IS NULL OR cardinality(ids) = 0 THEN RETURN 0; END IF;
    PERFORM FROM contacts WHERE id = ANY (ids) ORDER BY id FOR NO KEY UPDATE;
    UPDATE contacts c SET retention_due_on = k.due_on, retention_review_on = k.review_on, retention_ground = k.ground,
      retention_rule_version = k.rule_version, retention_start = k.start, retention_started_on = k.started_on, retention_reviewed_on = k.reviewed_on
    FROM retention_clocks_of(ids, today) k
    WHERE c.id = k.contact_id AND c.id = ANY (ids) AND (c.retention_due_on, c.retention_review_on, c.retention_ground, c.retention_rule_version, c.retention_start, c.retention_started_on, c.retention_reviewed_on)
      IS DISTINCT FROM (k.due_on, k.review_on, k.ground, k.rule_version, k.start, k.started_on, k.reviewed_on);
    GET DIAGNOSTICS moved = ROW_COUNT;
    RETURN moved;
  END $$;
`;
