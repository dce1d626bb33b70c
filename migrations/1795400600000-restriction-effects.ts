/** As the owner, who is exempt from row-level security. */
const fixed = 'LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp';

/** What follows from a restriction, in the transaction that places or lifts it. */
export const consequences = `
  CREATE FUNCTION interaction_restrictions_follow() RETURNS trigger ${fixed} AS $$
  DECLARE
    ids uuid[];
  BEGIN
    IF TG_OP = 'DELETE' THEN
      ids := ARRAY[OLD.interaction_id];
    ELSE
      SELECT array_agg(DISTINCT interaction_id) INTO ids FROM (
        SELECT interaction_id, contact_id, contact_restricted FROM changed
        EXCEPT SELECT interaction_id, contact_id, contact_restricted FROM before) AS different;
    END IF;
    IF ids IS NULL THEN RETURN NULL; END IF;
    -- Held first: of two people whose restrictions change at once, the second must see what the first one did.
    PERFORM FROM interactions WHERE id = ANY (ids) ORDER BY id FOR UPDATE;
    UPDATE interactions i SET restricted = NOT i.restricted
    WHERE i.id = ANY (ids) AND i.restricted <> EXISTS (
      SELECT FROM interaction_participants p WHERE p.interaction_id = i.id AND p.contact_restricted);
    RETURN NULL;
  END $$;
  CREATE TRIGGER interaction_participants_restricted AFTER UPDATE ON interaction_participants
    REFERENCING NEW TABLE AS changed OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION interaction_restrictions_follow();
  CREATE TRIGGER interaction_participants_gone AFTER DELETE ON interaction_participants
    FOR EACH ROW WHEN (OLD.contact_restricted) EXECUTE FUNCTION interaction_restrictions_follow();

  -- Whoever brings people in holds this lock with others; whoever places a restriction waits for them and then holds it alone.
  CREATE FUNCTION hold_restrictions() RETURNS void LANGUAGE sql VOLATILE AS 'SELECT pg_advisory_xact_lock_shared(7356796)';
  CREATE FUNCTION hold_restrictions_alone() RETURNS void LANGUAGE sql VOLATILE AS 'SELECT pg_advisory_xact_lock(7356796)';

  -- The places (n) of those people who are probably restricted ones, and nothing about whom: by an e-mail address, by a
  -- phone number unless the family names differ, or, where there is neither, by the name at the same company.
  CREATE FUNCTION restricted_among(people jsonb) RETURNS SETOF integer ${fixed} AS $$
  BEGIN
    PERFORM hold_restrictions();
    RETURN QUERY
    SELECT i.n FROM jsonb_to_recordset(people)
      AS i(n integer, "firstName" text, "lastName" text, emails text[], phones text[], "companyId" uuid)
    WHERE EXISTS (SELECT FROM contact_points p WHERE p.restricted AND p.kind = 'email' AND p.value = ANY (i.emails))
      OR EXISTS (SELECT FROM contact_points p JOIN contacts c ON c.id = p.contact_id
        WHERE p.restricted AND p.kind = 'phone' AND p.value = ANY (i.phones)
          AND (c.last_name = '' OR i."lastName" = '' OR lower(c.last_name COLLATE "fi-x-icu") = lower(i."lastName" COLLATE "fi-x-icu")))
      OR (cardinality(i.emails) + cardinality(i.phones) = 0 AND EXISTS (SELECT FROM contacts c
        WHERE c.restricted AND c.company_id = i."companyId"
          AND lower(c.first_name COLLATE "fi-x-icu") = lower(i."firstName" COLLATE "fi-x-icu")
          AND lower(c.last_name COLLATE "fi-x-icu") = lower(i."lastName" COLLATE "fi-x-icu")));
  END $$;

  -- Rows of imports that tell of the person belong to them from now on, and so follow their restriction; of files with
  -- such rows, or with the person among the samples, no samples are shown any more.
  CREATE FUNCTION imports_follow_restriction(person uuid) RETURNS void ${fixed} AS $$
  DECLARE
    emails text[] := array(SELECT value FROM contact_points WHERE contact_id = person AND kind = 'email');
    phones text[] := array(SELECT value FROM contact_points WHERE contact_id = person AND kind = 'phone');
    named text;
    employer text;
  BEGIN
    SELECT lower(btrim(c.first_name || ' ' || c.last_name) COLLATE "fi-x-icu"), lower(co.name) INTO named, employer
    FROM contacts c LEFT JOIN companies co ON co.id = c.company_id WHERE c.id = person;
    UPDATE import_rows r SET contact_id = person, contact_restricted = true
    WHERE r.contact_id IS NULL AND (lower(r.email) = ANY (emails)
      OR r.record #> '{person,emails}' ?| emails OR r.record #> '{person,phones}' ?| phones
      OR (lower(r.name COLLATE "fi-x-icu") = named AND (r.email IS NULL OR lower(r.company COLLATE "fi-x-icu") = employer)));
    UPDATE imports i SET columns = (
      SELECT jsonb_agg(jsonb_set(c, '{samples}', '[]') ORDER BY n) FROM jsonb_array_elements(i.columns) WITH ORDINALITY AS all_columns (c, n))
    WHERE jsonb_array_length(i.columns) > 0 AND (
      EXISTS (SELECT FROM import_rows r WHERE r.import_id = i.id AND r.contact_id = person)
      OR EXISTS (SELECT FROM jsonb_array_elements(i.columns) AS c, jsonb_array_elements_text(c -> 'samples') AS sample
        WHERE lower(sample) = ANY (emails) OR lower(sample COLLATE "fi-x-icu") = named
          OR right(regexp_replace(sample, '[^0-9]', '', 'g'), 8) IN (SELECT right(phone, 8) FROM unnest(phones) AS phone)));
  END $$;

  CREATE FUNCTION restriction_takes_effect() RETURNS trigger ${fixed} AS $$
  DECLARE
    person uuid := coalesce(NEW.contact_id, OLD.contact_id);
    is_restricted boolean;
    met uuid[];
  BEGIN
    PERFORM hold_restrictions_alone();
    PERFORM FROM interactions i WHERE i.id IN (SELECT interaction_id FROM interaction_participants WHERE contact_id = person)
      ORDER BY i.id FOR UPDATE;
    SELECT EXISTS (SELECT FROM restrictions WHERE contact_id = person AND lifted_at IS NULL) INTO is_restricted;
    UPDATE contacts SET restricted = is_restricted WHERE id = person AND restricted <> is_restricted;
    IF NOT FOUND THEN RETURN NULL; END IF;
    IF is_restricted THEN
      PERFORM imports_follow_restriction(person);
    ELSE
      -- What was deleted or forgotten of imports in the meantime is so for these rows, too.
      DELETE FROM import_rows r USING imports i WHERE i.id = r.import_id AND r.contact_id = person AND i.rows_deleted_at IS NOT NULL;
      UPDATE import_rows r SET record = NULL FROM imports i WHERE i.id = r.import_id AND r.contact_id = person
        AND i.status = 'finished' AND r.record IS NOT NULL;
    END IF;
    -- When somebody was last in touch with colleagues and the company says nothing of the restricted person either.
    met := array(SELECT interaction_id FROM interaction_participants WHERE contact_id = person);
    PERFORM FROM contacts WHERE id IN (SELECT contact_id FROM interaction_participants WHERE interaction_id = ANY (met))
      AND NOT restricted ORDER BY id FOR NO KEY UPDATE;
    UPDATE contacts c SET last_interaction_at =
      (SELECT max(p.occurred_at) FROM interaction_participants p WHERE p.contact_id = c.id AND NOT p.restricted)
    WHERE c.id IN (SELECT contact_id FROM interaction_participants WHERE interaction_id = ANY (met)) AND NOT c.restricted;
    PERFORM FROM companies WHERE id IN (SELECT company_id FROM interactions WHERE id = ANY (met)) ORDER BY id FOR NO KEY UPDATE;
    UPDATE companies c SET last_interaction_at =
      (SELECT max(i.occurred_at) FROM interactions i WHERE i.company_id = c.id AND NOT i.restricted)
    WHERE c.id IN (SELECT company_id FROM interactions WHERE id = ANY (met));
    -- A name that nobody else has leaves the dictionary of the search at once.
    IF is_restricted THEN PERFORM search_drop_unused_words(); END IF;
    RETURN NULL;
  END $$;
  CREATE TRIGGER restrictions_take_effect AFTER INSERT OR DELETE OR UPDATE OF contact_id, lifted_at ON restrictions
    FOR EACH ROW EXECUTE FUNCTION restriction_takes_effect();
`;
