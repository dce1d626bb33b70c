import type { Redefinition } from './redefine-functions.js';

const definer = 'LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp';

/** Whose relationship changes and who comes to the company wait for each other: neither reckons with what the other undoes. */
const companies = `
  CREATE FUNCTION hold_relationship_of(company uuid, alone boolean) RETURNS void LANGUAGE plpgsql AS $$
  BEGIN
    -- Of few locks: an import brings people to thousands of companies.
    IF alone THEN PERFORM pg_advisory_xact_lock(7356801, hashtext(company::text) & 63);
    ELSE PERFORM pg_advisory_xact_lock_shared(7356801, hashtext(company::text) & 63); END IF;
  END $$;

  CREATE FUNCTION people_ever_at(company uuid) RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT array(SELECT c.id FROM contacts c WHERE c.company_id = company
      UNION SELECT e.contact_id FROM employments e WHERE e.company_id = company AND e.ended_on IS NOT NULL ORDER BY 1)
  $$;

  -- People before their company, as everywhere: for who is about to change its relationship.
  CREATE FUNCTION hold_people_of(company uuid) RETURNS void ${definer} AS $$
  BEGIN
    PERFORM hold_relationship_of(company, true);
    PERFORM FROM contacts WHERE id = ANY (people_ever_at(company)) ORDER BY id FOR NO KEY UPDATE;
  END $$;

  CREATE FUNCTION relationship_ends_some_day() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF NEW.relationship_status <> 'former' THEN
      NEW.relationship_lost := false;
    ELSE
      IF TG_OP = 'UPDATE' THEN
        IF OLD.relationship_status = 'former' THEN NEW.relationship_ended_on := coalesce(NEW.relationship_ended_on, OLD.relationship_ended_on);
        ELSE NEW.relationship_lost := OLD.relationship_status = 'prospect'; END IF;
      END IF;
      NEW.relationship_ended_on := coalesce(NEW.relationship_ended_on, greatest(NEW.relationship_started_on, controller_day(NEW.updated_at)));
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER companies_ended_some_day BEFORE INSERT ON companies FOR EACH ROW
    WHEN (NEW.relationship_status = 'former' AND NEW.relationship_ended_on IS NULL) EXECUTE FUNCTION relationship_ends_some_day();
  CREATE TRIGGER companies_end_some_day BEFORE UPDATE OF relationship_status, relationship_started_on, relationship_ended_on ON companies
    FOR EACH ROW EXECUTE FUNCTION relationship_ends_some_day();

  CREATE FUNCTION relationship_moves_clocks() RETURNS trigger ${definer} AS $$
  BEGIN
    PERFORM hold_relationship_of(NEW.id, true);
    PERFORM retention_recompute(people_ever_at(NEW.id), controller_day(NEW.updated_at));
    RETURN NULL;
  END $$;
  CREATE TRIGGER companies_move_clocks AFTER UPDATE OF relationship_status, relationship_started_on, relationship_ended_on ON companies FOR EACH ROW
    WHEN ((OLD.relationship_status, OLD.relationship_started_on, OLD.relationship_ended_on) IS DISTINCT FROM (NEW.relationship_status, NEW.relationship_started_on, NEW.relationship_ended_on))
    EXECUTE FUNCTION relationship_moves_clocks();
`;

const people = `
  -- Who comes in has a clock with the same INSERT (GDPR Art. 25(2)). On nearly everybody one ground applies: its rule is
  -- looked up by its key, as importing people by the hundred thousand allows for no more.
  CREATE FUNCTION person_gets_a_clock() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    today date;
    known retention_facts;
    clock record;
  BEGIN
    IF NEW.company_id IS NOT NULL THEN PERFORM pg_advisory_xact_lock_shared(7356801, hashtext(NEW.company_id::text) & 63); END IF;
    SELECT (NEW.created_at AT TIME ZONE z.zone)::date, (NEW.last_heard_at AT TIME ZONE z.zone)::date, co.relationship_status, co.relationship_started_on,
      CASE WHEN co.relationship_status = 'former' AND NOT co.relationship_lost THEN co.relationship_ended_on END,
      CASE WHEN co.relationship_status = 'former' AND co.relationship_lost THEN co.relationship_ended_on END
    INTO today, known.heard_on, known.status, known.customer_since, known.ended_on, known.lost_on
    FROM (SELECT controller_zone() AS zone) z LEFT JOIN companies co ON co.id = NEW.company_id;
    NEW.collected_on := least(coalesce(NEW.collected_on, today), today);
    IF NEW.erased_at IS NOT NULL THEN
      NEW.retention_started_on := coalesce(NEW.retention_started_on, NEW.collected_on);
      NEW.retention_due_on := coalesce(NEW.retention_due_on, NEW.retention_started_on);
      NEW.retention_review_on := NULL;
      NEW.retention_ground := 'withdrawn';
      RETURN NEW;
    END IF;
    known.collected_on := NEW.collected_on;
    known.collected_via := NEW.collected_via;
    IF known.heard_on IS NULL AND known.lost_on IS NULL AND NEW.collected_via IS DISTINCT FROM 'form' THEN
      SELECT r.key AS ground, r.version AS rule_version, g.start, g.started_on, (g.started_on + r.period::interval)::date AS due_on, r.review_months INTO clock
      FROM (SELECT CASE WHEN known.status IN ('customer', 'partner') THEN 'customers' WHEN known.status = 'former' THEN 'former_customers' ELSE 'prospects' END AS key,
          CASE WHEN known.status IN ('customer', 'partner') THEN 'customer_since' WHEN known.status = 'former' THEN 'relationship_ended' ELSE 'collected' END AS start,
          CASE WHEN known.status IN ('customer', 'partner') THEN coalesce(known.customer_since, known.collected_on) WHEN known.status = 'former' THEN known.ended_on
            ELSE known.collected_on END AS started_on) g
        JOIN retention_rules r ON r.key = g.key;
    ELSE
      SELECT * INTO clock FROM retention_clock_from(known, retention_people_rules());
    END IF;
    NEW.retention_ground := clock.ground;
    NEW.retention_rule_version := clock.rule_version;
    NEW.retention_start := clock.start;
    NEW.retention_started_on := clock.started_on;
    NEW.retention_due_on := clock.due_on;
    IF clock.due_on IS NULL THEN
      NEW.retention_review_on := least(coalesce(NEW.retention_review_on, 'infinity'), (today + make_interval(months => clock.review_months))::date);
      NEW.retention_reviewed_on := least(today, (NEW.retention_review_on - make_interval(months => clock.review_months))::date);
      NEW.retention_review_on := (NEW.retention_reviewed_on + make_interval(months => clock.review_months))::date;
    ELSE
      NEW.retention_review_on := NULL;
      NEW.retention_reviewed_on := NULL;
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER contacts_get_a_clock BEFORE INSERT ON contacts FOR EACH ROW EXECUTE FUNCTION person_gets_a_clock();

  CREATE FUNCTION person_moves_clock() RETURNS trigger ${definer} AS $$
  BEGIN
    IF NEW.company_id IS NOT NULL THEN PERFORM hold_relationship_of(NEW.company_id, false); END IF;
    PERFORM retention_recompute(ARRAY[NEW.id], controller_day(NEW.updated_at));
    RETURN NULL;
  END $$;
  CREATE TRIGGER contacts_move_clocks AFTER UPDATE OF company_id ON contacts FOR EACH ROW
    WHEN (OLD.company_id IS DISTINCT FROM NEW.company_id) EXECUTE FUNCTION person_moves_clock();

  CREATE FUNCTION employment_moves_clock() RETURNS trigger ${definer} AS $$
  BEGIN
    PERFORM retention_recompute(ARRAY[c.id], controller_day(c.updated_at)) FROM contacts c WHERE c.id = coalesce(NEW.contact_id, OLD.contact_id);
    RETURN NULL;
  END $$;
  CREATE TRIGGER employments_begin_ended AFTER INSERT ON employments FOR EACH ROW WHEN (NEW.ended_on IS NOT NULL) EXECUTE FUNCTION employment_moves_clock();
  CREATE TRIGGER employments_move_clocks AFTER UPDATE OF ended_on, company_id ON employments FOR EACH ROW
    WHEN ((OLD.ended_on, OLD.company_id) IS DISTINCT FROM (NEW.ended_on, NEW.company_id)) EXECUTE FUNCTION employment_moves_clock();
  CREATE TRIGGER employments_forgotten AFTER DELETE ON employments FOR EACH ROW WHEN (OLD.ended_on IS NOT NULL) EXECUTE FUNCTION employment_moves_clock();
`;

const isTheirs = (i: string): string =>
  `(${i}.type = 'meeting' OR (${i}.type <> 'note' AND ${i}.direction = 'in'))`;

/** A call, mail or meeting of the person moves the clock on; what we did, wrote or deleted does not. */
const contacts = `
  CREATE FUNCTION people_were_heard(ids uuid[], at timestamptz[], told_at timestamptz) RETURNS void ${definer} AS $$
  BEGIN
    IF ids IS NULL THEN RETURN; END IF;
    PERFORM FROM contacts WHERE id = ANY (ids) ORDER BY id FOR NO KEY UPDATE;
    UPDATE contacts c SET last_heard_at = n.at FROM unnest(ids, at) AS n(id, at)
    WHERE n.id = c.id AND (c.last_heard_at IS NULL OR c.last_heard_at < n.at);
    PERFORM retention_recompute(ids, controller_day(told_at));
  END $$;

  -- Only whoever was last heard then is looked up again: what was deleted in the meantime was theirs all the same.
  CREATE FUNCTION people_were_not_heard(ids uuid[], at timestamptz[], told_at timestamptz) RETURNS void ${definer} AS $$
  BEGIN
    IF ids IS NULL THEN RETURN; END IF;
    PERFORM FROM contacts WHERE id = ANY (ids) ORDER BY id FOR NO KEY UPDATE;
    UPDATE contacts c SET last_heard_at = (
      SELECT max(p.occurred_at) FROM interaction_participants p JOIN interactions i ON i.id = p.interaction_id
      WHERE p.contact_id = c.id AND ${isTheirs('i')})
    FROM unnest(ids, at) AS n(id, at) WHERE c.id = n.id AND c.last_heard_at = n.at;
    PERFORM retention_recompute(ids, controller_day(told_at));
  END $$;

  CREATE FUNCTION participants_were_heard() RETURNS trigger ${definer} AS $$
  BEGIN
    PERFORM people_were_heard(array_agg(n.contact_id), array_agg(n.occurred_at), max(n.told_at)) FROM (
      SELECT a.contact_id, max(i.occurred_at) AS occurred_at, max(coalesce(i.edited_at, i.created_at)) AS told_at
      FROM added a JOIN interactions i ON i.id = a.interaction_id WHERE ${isTheirs('i')} GROUP BY a.contact_id) n;
    RETURN NULL;
  END $$;
  CREATE TRIGGER interaction_participants_heard AFTER INSERT ON interaction_participants REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION participants_were_heard();

  -- Taken out of something that still stands: it was somebody else. What is deleted with the interaction was theirs all the same.
  CREATE FUNCTION participants_were_not_there() RETURNS trigger ${definer} AS $$
  BEGIN
    PERFORM people_were_not_heard(array_agg(n.contact_id), array_agg(n.occurred_at), max(n.told_at)) FROM (
      SELECT g.contact_id, max(g.occurred_at) AS occurred_at, max(coalesce(i.edited_at, i.created_at)) AS told_at
      FROM gone g JOIN interactions i ON i.id = g.interaction_id WHERE ${isTheirs('i')} GROUP BY g.contact_id) n;
    RETURN NULL;
  END $$;
  CREATE TRIGGER interaction_participants_not_there AFTER DELETE ON interaction_participants REFERENCING OLD TABLE AS gone
    FOR EACH STATEMENT EXECUTE FUNCTION participants_were_not_there();

  CREATE FUNCTION interaction_was_another() RETURNS trigger ${definer} AS $$
  DECLARE
    told_at timestamptz := coalesce(NEW.edited_at, NEW.created_at);
  BEGIN
    UPDATE interaction_participants SET occurred_at = NEW.occurred_at WHERE interaction_id = NEW.id AND occurred_at <> NEW.occurred_at;
    IF ${isTheirs('OLD')} THEN
      PERFORM people_were_not_heard(array_agg(p.contact_id), array_agg(OLD.occurred_at), told_at)
      FROM interaction_participants p WHERE p.interaction_id = NEW.id;
    END IF;
    IF ${isTheirs('NEW')} THEN
      PERFORM people_were_heard(array_agg(p.contact_id), array_agg(NEW.occurred_at), told_at) FROM interaction_participants p WHERE p.interaction_id = NEW.id;
    END IF;
    RETURN NULL;
  END $$;
  CREATE TRIGGER interactions_were_another AFTER UPDATE OF type, direction, occurred_at ON interactions FOR EACH ROW
    WHEN ((OLD.type, OLD.direction, OLD.occurred_at) IS DISTINCT FROM (NEW.type, NEW.direction, NEW.occurred_at)) EXECUTE FUNCTION interaction_was_another();
`;

/** When what is said was put on record. */
const said = {
  consents: 'recorded_at',
  consent_confirmations: 'confirmed_at',
  consent_withdrawals: 'recorded_at',
  objection_withdrawals: 'withdrawn_at',
};

const movesClocks = (table: string, at: string, which: string): string => `
  CREATE FUNCTION ${table}_move_clocks() RETURNS trigger ${definer} AS $$
  BEGIN
    PERFORM retention_recompute(array_agg(DISTINCT n.contact_id), controller_day(max(n.${at}))) FROM said n WHERE n.contact_id IS NOT NULL${which};
    RETURN NULL;
  END $$;
  CREATE TRIGGER ${table}_move_clocks AFTER INSERT ON ${table} REFERENCING NEW TABLE AS said FOR EACH STATEMENT EXECUTE FUNCTION ${table}_move_clocks();`;

/** What people say about it: at once, in the transaction that records it. */
const evidence = `
  ${Object.entries(said)
    .map(([table, at]) => movesClocks(table, at, ''))
    .join('')}
  ${movesClocks(
    'objections',
    'recorded_at',
    ` AND ((n.channel = 'all' AND n.purpose IN ('all', 'direct_marketing')) OR EXISTS (SELECT FROM consents s WHERE s.contact_id = n.contact_id))`,
  )}
`;

/** Who says no holds the person for the clock from the beginning: people before the hand-overs to them, as everywhere. */
export const holding: Redefinition[] = [
  ['objection_in_force(uuid, uuid, text, text, boolean)', 'FOR KEY SHARE', 'FOR NO KEY UPDATE'],
  [
    'withdraw_consents(uuid, uuid[], text, text, uuid, timestamptz, uuid)',
    'FOR KEY SHARE',
    'FOR NO KEY UPDATE',
  ],
  [
    'evidence_is_recorded()',
    'PERFORM hold_hand_overs_to(NEW.contact_id);',
    'PERFORM FROM contacts WHERE id = NEW.contact_id FOR NO KEY UPDATE; PERFORM hold_hand_overs_to(NEW.contact_id);',
  ],
];

export const triggers = companies + people + contacts + evidence;

export const dropTriggers = `
  ${['objections', ...Object.keys(said)].map((table) => `DROP TRIGGER ${table}_move_clocks ON ${table}; DROP FUNCTION ${table}_move_clocks();`).join(' ')}
  DROP TRIGGER interactions_were_another ON interactions;
  DROP TRIGGER interaction_participants_not_there ON interaction_participants;
  DROP TRIGGER interaction_participants_heard ON interaction_participants;
  DROP TRIGGER employments_forgotten ON employments;
  DROP TRIGGER employments_move_clocks ON employments;
  DROP TRIGGER employments_begin_ended ON employments;
  DROP TRIGGER contacts_move_clocks ON contacts;
  DROP TRIGGER contacts_get_a_clock ON contacts;
  DROP TRIGGER companies_move_clocks ON companies;
  DROP TRIGGER companies_end_some_day ON companies;
  DROP TRIGGER companies_ended_some_day ON companies;
  DROP FUNCTION interaction_was_another(), participants_were_not_there(), participants_were_heard(),
    people_were_not_heard(uuid[], timestamptz[], timestamptz), people_were_heard(uuid[], timestamptz[], timestamptz), employment_moves_clock(), person_moves_clock(), person_gets_a_clock(), relationship_moves_clocks(),
    relationship_ends_some_day(), hold_people_of(uuid), people_ever_at(uuid), hold_relationship_of(uuid, boolean);
`;
