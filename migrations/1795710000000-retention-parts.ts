const heardOrCollected = `CASE WHEN f.heard_on > f.collected_on THEN 'last_contact' ELSE 'collected' END`;
const lastContact = 'greatest(f.heard_on, f.collected_on)';
const isProspect = `f.refused_on IS NULL AND (f.status = 'prospect' OR f.lost_on IS NOT NULL
        OR (f.status IS NULL AND f.lapsed_on IS NULL AND f.collected_via IS DISTINCT FROM 'form' AND f.has_chatted IS NOT TRUE))`;
const isSender = `f.refused_on IS NULL AND f.lapsed_on IS NULL AND f.collected_via = 'form'`;
const hasOnlyChatted = `f.refused_on IS NULL AND f.lapsed_on IS NULL AND f.has_chatted`;

/** All the grounds that apply, which was the heart of `retention_clock_from`; the last place is nobody's ground but the person's own word. */
const grounds = `
  CREATE FUNCTION retention_grounds_from(f retention_facts, rules retention_rules[])
  RETURNS TABLE (rule retention_rules, place int, start text, started_on date, due_on date) LANGUAGE sql STABLE AS $$
    SELECT c.rule, c.place, c.start, c.started_on, CASE WHEN (c.rule).period IS NOT NULL THEN (c.started_on + (c.rule).period::interval)::date END
    FROM (
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
    WHERE c.chosen IS NULL OR c.chosen = (c.rule).starts
  $$;
`;

/** As before: the ground that keeps longest, of equals the first. */
export const clockFromGrounds = `
  CREATE OR REPLACE FUNCTION retention_clock_from(f retention_facts, rules retention_rules[])
  RETURNS TABLE (ground text, rule_version int, start text, started_on date, due_on date, review_months smallint) LANGUAGE sql STABLE AS $$
    SELECT (g.rule).key, (g.rule).version, g.start, g.started_on, g.due_on, (g.rule).review_months
    FROM retention_grounds_from(f, rules) g
    -- The person's own word is the last ground only when no other is left.
    ORDER BY g.place = 7, coalesce(g.due_on, 'infinity') DESC, g.place
    LIMIT 1
  $$;
`;

/**
 * By category: until when a ground needs it; one that names none needs everything, and so does an extension. What no
 * ground needs goes from the day on which the last one began, or the person took their word back.
 */
const reckoned = `
  -- What can go before its person: of the rest, either there is nothing that says no more of them, or it tells why they are kept.
  CREATE FUNCTION retention_narrowable() RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
    SELECT ARRAY['communication', 'contact_details', 'preferences', 'work_role']
  $$;
  CREATE FUNCTION needs_everything(keeps text[]) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
    SELECT keeps = '{}' OR keeps @> retention_narrowable()
  $$;

  CREATE FUNCTION retention_parts_from(f retention_facts, rules retention_rules[], extended_on date, until date) RETURNS jsonb LANGUAGE sql STABLE AS $$
    WITH grounds AS MATERIALIZED (
      SELECT g.place, (g.rule).key AS ground, (g.rule).version, g.start, g.started_on, (g.rule).period, (g.rule).action, coalesce(g.due_on, 'infinity') AS due_on, (g.rule).keeps
      FROM retention_grounds_from(f, rules) g WHERE g.place <> 7
    ), needs AS (
      SELECT * FROM grounds UNION ALL
      SELECT 8, NULL, NULL, 'extended', extended_on, NULL, NULL, until, '{}' WHERE until IS NOT NULL AND EXISTS (SELECT FROM grounds)
    ), days AS (
      SELECT c.category, coalesce(n.due_on, greatest((SELECT max(g.started_on) FROM grounds g), f.lapsed_on, f.refused_on)) AS due_on,
        n.ground, n.version, n.start, n.started_on, n.period, coalesce(n.action, 'erase') AS action
      FROM unnest(retention_narrowable()) AS c(category) LEFT JOIN LATERAL (
        SELECT * FROM needs w WHERE w.keeps = '{}' OR c.category = ANY (w.keeps) ORDER BY w.due_on DESC, w.place LIMIT 1) n ON true
    )
    SELECT jsonb_agg(p.part ORDER BY p.due_on, p.ground, p.start) FROM (
      SELECT d.due_on, d.ground, d.start, jsonb_build_object('categories', array_agg(d.category ORDER BY d.category), 'dueOn', d.due_on, 'ground', d.ground,
        'version', d.version, 'start', d.start, 'startedOn', d.started_on, 'period', d.period, 'action', d.action) AS part
      FROM days d WHERE d.due_on < (SELECT max(n.due_on) FROM needs n)
      GROUP BY d.due_on, d.ground, d.version, d.start, d.started_on, d.period, d.action) p
  $$;

  -- Of each person, what no ground needs before their clock is over, and from which day; null where everything is needed as long.
  CREATE FUNCTION retention_categories_of(ids uuid[], today date) RETURNS TABLE (contact_id uuid, parts jsonb)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT k.contact_id, retention_parts_from(
      ROW(k.status, k.customer_since, k.ended_on, k.lost_on, k.left_on, k.collected_on, k.collected_via, k.heard_on, k.has_chatted, k.consented_on, k.lapsed_on, k.lapsed_by, k.refused_on)::retention_facts,
      rules.of_people, e.extended_on, e.until)
    FROM (SELECT retention_people_rules() AS of_people OFFSET 0) rules CROSS JOIN retention_facts_of(ids) k LEFT JOIN (
      SELECT DISTINCT ON (x.contact_id) x.* FROM retention_extensions_of(ids, today) x ORDER BY x.contact_id, x.until DESC) e ON e.contact_id = k.contact_id
  $$;

  -- After the clocks: where the ground that decides needs everything, nothing goes before.
  CREATE FUNCTION retention_recompute_parts(ids uuid[], today date) RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE
    narrower uuid[] := array(SELECT c.id FROM contacts c JOIN retention_rules r ON r.key = c.retention_ground WHERE c.id = ANY (ids) AND c.erased_at IS NULL AND NOT needs_everything(r.keeps));
    moved int;
  BEGIN
    UPDATE contacts c SET retention_parts = n.parts
    FROM (SELECT s.id, p.parts FROM contacts s LEFT JOIN retention_categories_of(narrower, today) p ON p.contact_id = s.id WHERE s.id = ANY (ids)) n
    WHERE n.id = c.id AND c.id = ANY (ids) AND c.retention_parts IS DISTINCT FROM n.parts;
    GET DIAGNOSTICS moved = ROW_COUNT;
    RETURN moved;
  END $$;
`;

export const parts = grounds + reckoned;
