const definer = 'SECURITY DEFINER SET search_path = public, pg_temp';

/** An erasure that has begun: nothing is taken from the person but by it. */
const hasBegun = `EXISTS (SELECT FROM erasures e WHERE e.contact_id = c.id AND (e.status <> 'failed' OR e.ground <> 'retention'))`;

/** What a run takes from people who stay: listed with the people who go, one row for each part of a person. */
export const planning = `
  ALTER TABLE retention_run_items ADD categories text[], DROP CONSTRAINT retention_run_items_action_check,
    ADD CONSTRAINT retention_run_items_action_check CHECK (action IN ('erase', 'delete', 'redact', 'review', 'narrow')),
    ADD CONSTRAINT retention_run_items_say_what_goes CHECK ((action = 'narrow') = (cardinality(categories) > 0));

  -- What was said by the day on which the need ended, and is not held with its company; a new sale begins after it.
  CREATE FUNCTION interaction_is_past_need(interaction uuid, needed_until date, today date) RETURNS boolean LANGUAGE sql STABLE ${definer} AS $$
    SELECT EXISTS (SELECT FROM interactions i WHERE i.id = interaction AND controller_day(i.occurred_at) <= needed_until
      AND NOT EXISTS (SELECT FROM holds h WHERE h.company_id = i.company_id AND h.released_at IS NULL
        AND (h.until IS NULL OR h.until >= today) AND 'communication' = ANY (h.categories)))
  $$;

  -- Is there anything of the category in the person's data that goes before they do?
  CREATE FUNCTION retention_data_left(person uuid, category text, needed_until date, today date) RETURNS boolean LANGUAGE sql STABLE ${definer} AS $$
    SELECT CASE category
      WHEN 'contact_details' THEN EXISTS (SELECT FROM contact_points p WHERE p.contact_id = person)
      WHEN 'work_role' THEN EXISTS (SELECT FROM contacts c WHERE c.id = person
        AND (num_nonnulls(c.title, c.area_of_responsibility, c.department) > 0 OR c.authorisations <> '{}'))
      WHEN 'preferences' THEN EXISTS (SELECT FROM contacts c WHERE c.id = person AND (c.language IS NOT NULL OR c.interests <> '{}'))
      WHEN 'communication' THEN EXISTS (
        SELECT FROM interaction_participants p JOIN interactions i ON i.id = p.interaction_id
        WHERE p.contact_id = person AND interaction_is_past_need(i.id, needed_until, today)
          AND (num_nonnulls(i.subject, i.body, nullif(i.unpermitted_reason, '—')) > 0 OR EXISTS (SELECT FROM interaction_revisions v WHERE v.interaction_id = i.id))
          AND NOT EXISTS (SELECT FROM interaction_participants o JOIN contacts oc ON oc.id = o.contact_id
            WHERE o.interaction_id = i.id AND o.contact_id <> person AND oc.erased_at IS NULL))
      ELSE false END
  $$;

  -- The parts that are still to go, as they are told to people.
  CREATE FUNCTION retention_parts_left(person uuid, parts jsonb, today date) RETURNS jsonb LANGUAGE sql STABLE ${definer} AS $$
    SELECT coalesce(jsonb_agg(jsonb_set(p.part, '{categories}', to_jsonb(p.categories)) ORDER BY p.nth), '[]') FROM (
      SELECT n.part, n.nth, ARRAY(SELECT c FROM jsonb_array_elements_text(n.part->'categories') AS c
        WHERE retention_data_left(person, c, (n.part->>'dueOn')::date, today)) AS categories
      FROM jsonb_array_elements(parts) WITH ORDINALITY AS n(part, nth)) p WHERE cardinality(p.categories) > 0
  $$;

  -- Whose processing is restricted, or whose erasure has begun, is left alone; what is held stays; where the
  -- rule asks for a look, somebody decides.
  CREATE FUNCTION retention_plan_parts(run uuid, today date) RETURNS void LANGUAGE plpgsql ${definer} AS $$
  BEGIN
    INSERT INTO retention_run_items (run_id, id, subject_type, subject_id, rule_key, rule_version, ground, action, start, started_on, due_on, categories, outcome, code)
    SELECT run, gen_random_uuid(), 'contact', due.id, due.ground, due.version, 'retention', 'narrow', due.start, due."startedOn", due."dueOn", due.going,
      CASE WHEN due.action = 'review' THEN 'waiting' ELSE 'pending' END, CASE WHEN due.action = 'review' THEN 'review' END
    FROM (
      SELECT c.id, p.*, ARRAY(SELECT x FROM unnest(p.categories) AS x WHERE retention_data_left(c.id, x, p."dueOn", today)
        AND NOT EXISTS (SELECT FROM holds_of(ARRAY[c.id], today) h WHERE x = ANY (h.categories))) AS going
      FROM contacts c CROSS JOIN LATERAL jsonb_to_recordset(c.retention_parts) AS p(categories text[], "dueOn" date, ground text, version int, start text, "startedOn" date, action text)
      WHERE c.retention_parts IS NOT NULL AND c.erased_at IS NULL AND c.retention_parts->0->>'dueOn' <= today::text AND p."dueOn" <= today
        AND (c.retention_due_on IS NULL OR c.retention_due_on > today) AND NOT c.restricted AND NOT ${hasBegun}
    ) due WHERE cardinality(due.going) > 0;
  END $$;
`;

export const undoPlanning = `
  DROP FUNCTION retention_plan_parts(uuid, date), retention_parts_left(uuid, jsonb, date), retention_data_left(uuid, text, date, date), interaction_is_past_need(uuid, date, date);
  ALTER TABLE retention_run_items DISABLE TRIGGER USER;
  DELETE FROM retention_run_items WHERE action = 'narrow';
  ALTER TABLE retention_run_items ENABLE TRIGGER USER;
  ALTER TABLE retention_run_items DROP CONSTRAINT retention_run_items_say_what_goes, DROP CONSTRAINT retention_run_items_action_check, DROP categories,
    ADD CONSTRAINT retention_run_items_action_check CHECK (action IN ('erase', 'delete', 'redact', 'review'));
`;
