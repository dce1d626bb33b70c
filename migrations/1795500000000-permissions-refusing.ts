/**
 * What a "no" does, whether or not the person is restricted: somebody who is hidden from everybody may still say no.
 * The addressee's row is held before the hand-overs to them, as everywhere.
 */
export const refusing = `
  CREATE FUNCTION objection_in_force(person uuid, firm uuid, by_channel text, for_purpose text, everything boolean) RETURNS uuid
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    PERFORM FROM contacts WHERE id = person FOR KEY SHARE;
    PERFORM hold_hand_overs_to(coalesce(person, firm));
    RETURN (SELECT o.id FROM objections o
      WHERE (o.contact_id = person OR o.company_id = firm) AND o.channel = by_channel AND o.purpose = for_purpose
        AND (o.of_everything OR NOT everything)
        AND NOT EXISTS (SELECT FROM objection_withdrawals w WHERE w.objection_id = o.id)
      ORDER BY o.recorded_at LIMIT 1);
  END $$;

  CREATE FUNCTION kind_reached_by(channel text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN channel = 'email' THEN 'email' WHEN channel IN ('phone', 'sms') THEN 'phone' END
  $$;

  CREATE FUNCTION suppress_addresses_of(person uuid, by_channel text, for_purpose text, why text, at timestamptz) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    INSERT INTO suppressions (id, kind, digest, channel, purpose, reason, since)
    SELECT gen_random_uuid(), p.kind, p.digest, by_channel, for_purpose, why, at FROM contact_points p
    WHERE p.contact_id = person AND p.digest <> '' AND (by_channel = 'all' OR p.kind = kind_reached_by(by_channel))
    ON CONFLICT (digest, kind, channel, purpose) DO NOTHING
  $$;

  -- An address that somebody who said no is given later, or whose digest is filled later.
  CREATE FUNCTION objectors_are_reached() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    INSERT INTO suppressions (id, kind, digest, channel, purpose, reason, since)
    SELECT gen_random_uuid(), r.kind, r.digest, o.channel, o.purpose,
      CASE WHEN o.received_via = 'complaint' THEN 'complaint' ELSE 'objection' END, o.objected_at
    FROM reached r JOIN objections o ON o.contact_id = r.contact_id
    WHERE r.digest <> '' AND (o.channel = 'all' OR r.kind = kind_reached_by(o.channel))
      AND NOT EXISTS (SELECT FROM objection_withdrawals w WHERE w.objection_id = o.id)
    ON CONFLICT (digest, kind, channel, purpose) DO NOTHING;
    RETURN NULL;
  END $$;
  CREATE TRIGGER contact_points_of_objectors AFTER INSERT ON contact_points REFERENCING NEW TABLE AS reached
    FOR EACH STATEMENT EXECUTE FUNCTION objectors_are_reached();
  CREATE TRIGGER contact_points_of_objectors_filled AFTER UPDATE ON contact_points REFERENCING NEW TABLE AS reached
    FOR EACH STATEMENT EXECUTE FUNCTION objectors_are_reached();

  -- Who said no to everything, and took single things out of it, said no to what comes later: they never named that.
  CREATE FUNCTION everything_is_new_purposes_too() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    WITH said AS (
      INSERT INTO objections (id, contact_id, channel, purpose, of_everything, objected_at, received_via, recorded_at)
      SELECT DISTINCT ON (o.contact_id, o.channel) gen_random_uuid(), o.contact_id, o.channel, NEW.key, true, o.objected_at, o.received_via, NEW.created_at
      FROM objections o JOIN purposes p ON p.key = o.purpose WHERE o.of_everything AND p.class = NEW.class
      ORDER BY o.contact_id, o.channel, o.objected_at
      RETURNING contact_id, channel, objected_at)
    INSERT INTO suppressions (id, kind, digest, channel, purpose, reason, since)
    SELECT gen_random_uuid(), p.kind, p.digest, s.channel, NEW.key, 'objection', s.objected_at
    FROM said s JOIN contact_points p ON p.contact_id = s.contact_id
    WHERE p.digest <> '' AND (s.channel = 'all' OR p.kind = kind_reached_by(s.channel))
    ON CONFLICT (digest, kind, channel, purpose) DO NOTHING;
    RETURN NULL;
  END $$;
  CREATE TRIGGER purposes_to_come AFTER INSERT ON purposes FOR EACH ROW WHEN (NEW.class IN ('marketing', 'profiling'))
    EXECUTE FUNCTION everything_is_new_purposes_too();

  -- A complaint's as well: it was theirs, and so is taking it back. Not where somebody else with the same address has said
  -- no as well, and never what an erasure left.
  CREATE FUNCTION release_addresses_of(person uuid, by_channel text, for_purpose text) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DELETE FROM suppressions s WHERE s.reason IN ('objection', 'complaint') AND s.channel = by_channel AND s.purpose = for_purpose
      AND EXISTS (SELECT FROM contact_points p WHERE p.contact_id = person AND p.digest = s.digest AND p.kind = s.kind)
      AND NOT EXISTS (SELECT FROM contact_points p JOIN objections o ON o.contact_id = p.contact_id
        WHERE p.digest = s.digest AND p.kind = s.kind AND o.channel = by_channel AND o.purpose = for_purpose
          AND NOT EXISTS (SELECT FROM objection_withdrawals w WHERE w.objection_id = o.id))
  $$;

  CREATE FUNCTION withdraw_consents(person uuid, consent_ids uuid[], via text, why text, link uuid, at timestamptz, by_user uuid)
  RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE
    withdrawn int;
  BEGIN
    PERFORM FROM contacts WHERE id = person FOR KEY SHARE;
    INSERT INTO consent_withdrawals (consent_id, contact_id, withdrawn_at, received_via, note, link_id, recorded_at, recorded_by)
    SELECT c.id, person, at, via, why, link, at, by_user FROM consents c
    WHERE c.contact_id = person AND c.id = ANY (consent_ids) ON CONFLICT (consent_id) DO NOTHING;
    GET DIAGNOSTICS withdrawn = ROW_COUNT;
    RETURN withdrawn;
  END $$;

  CREATE FUNCTION discharge_notices(people uuid[], via text, message uuid, why text, at timestamptz, by_user uuid)
  RETURNS SETOF uuid LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    UPDATE notice_duties SET discharged_at = at, discharged_via = via, message_id = coalesce(message, message_id), note = why, discharged_by = by_user
    WHERE contact_id = ANY (people) AND discharged_at IS NULL RETURNING contact_id
  $$;

  -- Nobody takes a person's objection back but that person, by a link that reached them where they were when they said so.
  CREATE FUNCTION objection_is_withdrawn() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    IF (SELECT o.contact_id FROM objections o WHERE o.id = NEW.objection_id) IS DISTINCT FROM NEW.contact_id
      OR NEW.contact_id IS NOT NULL AND NOT EXISTS (SELECT FROM contact_links l WHERE l.id = NEW.link_id AND l.contact_id = NEW.contact_id)
      OR NEW.contact_id IS NOT NULL AND NOT link_may_open(NEW.link_id)
    THEN
      RAISE EXCEPTION 'an objection is taken back by whoever made it' USING ERRCODE = 'check_violation', CONSTRAINT = 'objection_withdrawals_are_the_persons_own';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER objection_withdrawals_are_theirs BEFORE INSERT ON objection_withdrawals FOR EACH ROW EXECUTE FUNCTION objection_is_withdrawn();
`;
