import type { MigrationInterface, QueryRunner } from 'typeorm';
import { refusing } from './1795500000000-permissions-refusing.js';

const channels = `'email', 'phone', 'sms', 'post', 'social', 'chat'`;
const bases = `'consent', 'contract', 'legal_obligation', 'vital_interests', 'public_task', 'legitimate_interest'`;

/** A part of a person: the flag follows theirs, and keeps it from whoever does not act as privacy officer. */
const ofAPerson = `contact_id uuid NOT NULL, restricted boolean NOT NULL DEFAULT false,
    FOREIGN KEY (contact_id, restricted) REFERENCES contacts (id, restricted) ON UPDATE CASCADE ON DELETE CASCADE`;

const purposes = `
  CREATE TABLE purposes (
    id uuid NOT NULL UNIQUE DEFAULT gen_random_uuid(),
    key text PRIMARY KEY CHECK (key ~ '^[a-z][a-z0-9_]{1,39}$' AND key <> 'all'),
    class text NOT NULL CHECK (class IN ('service', 'marketing', 'profiling')),
    built_in boolean NOT NULL,
    name_fi text CHECK (name_fi <> ''),
    name_sv text CHECK (name_sv <> ''),
    name_en text CHECK (name_en <> ''),
    basis text CHECK (basis IN (${bases})),
    balancing_note text CHECK (balancing_note <> ''),
    review_on date,
    reviewed_at timestamptz,
    reviewed_by uuid REFERENCES users,
    switched_on boolean NOT NULL,
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL,
    created_by uuid REFERENCES users,
    updated_at timestamptz NOT NULL,
    CHECK (num_nonnulls(name_fi, name_sv, name_en) = CASE WHEN built_in THEN 0 ELSE 3 END),
    -- GDPR Art. 5(1)(a) and 6(1): nothing is done with people's data for a purpose that rests on nothing.
    CONSTRAINT purposes_in_use_have_a_basis CHECK (NOT switched_on OR basis IS NOT NULL),
    CONSTRAINT purposes_marketing_rests_on_consent_or_interest CHECK (class = 'service' OR basis IN ('consent', 'legitimate_interest')),
    -- GDPR Art. 6(1)(f). The built-in ones have the product's own wording until the company writes its own.
    CONSTRAINT purposes_interests_are_balanced CHECK (basis <> 'legitimate_interest' OR (review_on IS NOT NULL AND (built_in OR balancing_note IS NOT NULL)))
  );
  INSERT INTO purposes (key, class, built_in, basis, review_on, switched_on, created_at, updated_at) VALUES
    ('service', 'service', true, 'contract', NULL, true, now(), now()),
    ('direct_marketing', 'marketing', true, 'legitimate_interest', current_date + interval '1 year', true, now(), now()),
    ('newsletter', 'marketing', true, 'legitimate_interest', current_date + interval '1 year', true, now(), now()),
    ('survey', 'marketing', true, 'legitimate_interest', current_date + interval '1 year', true, now(), now()),
    ('profiling_marketing', 'profiling', true, NULL, NULL, false, now(), now()),
    ('profiling_sales', 'profiling', true, NULL, NULL, false, now(), now()),
    ('profiling_support', 'profiling', true, NULL, NULL, false, now(), now());
`;

/** What people said, and how we know. Rows are added, never changed (GDPR Art. 5(2), 7(1), 21). */
const evidence = `
  CREATE TABLE contact_links (
    id uuid PRIMARY KEY,
    token_hash bytea NOT NULL UNIQUE CHECK (length(token_hash) = 32),
    contact_id uuid, restricted boolean NOT NULL DEFAULT false,
    kind text NOT NULL CHECK (kind IN ('message', 'preferences', 'confirmation')),
    language text NOT NULL CHECK (language IN ('fi', 'sv', 'en')),
    purpose text,
    channel text CHECK (channel IN (${channels})),
    message_id uuid,
    consent_id uuid,
    -- Where it was sent, when that is not the recipient of its message.
    address_digest bytea,
    issued_at timestamptz NOT NULL,
    -- Who was erased still gets a polite answer.
    FOREIGN KEY (contact_id, restricted) REFERENCES contacts (id, restricted) ON UPDATE CASCADE ON DELETE SET NULL (contact_id)
  );
  CREATE INDEX contact_links_by_contact ON contact_links (contact_id) WHERE contact_id IS NOT NULL;

  CREATE TABLE objections (
    id uuid PRIMARY KEY,
    contact_id uuid, restricted boolean NOT NULL DEFAULT false,
    company_id uuid REFERENCES companies ON DELETE CASCADE,
    channel text NOT NULL CHECK (channel IN ('all', ${channels})),
    purpose text NOT NULL CHECK (purpose <> ''),
    -- Left of a "no" to every purpose when the person took one thing out of it: it is a "no" to purposes to come, too.
    of_everything boolean NOT NULL DEFAULT false,
    objected_at timestamptz NOT NULL,
    received_via text NOT NULL CHECK (received_via IN ('one_click', 'unsubscribe_page', 'preference_page', 'reply', 'complaint', 'email', 'phone', 'letter', 'in_person', 'other')),
    note text CHECK (note <> ''),
    message_id uuid,
    link_id uuid REFERENCES contact_links,
    -- Where the person was reached by e-mail when they said so: only there it can be taken back.
    address_digests bytea[] NOT NULL DEFAULT '{}',
    recorded_at timestamptz NOT NULL,
    recorded_by uuid REFERENCES users,
    CHECK (num_nonnulls(contact_id, company_id) = 1),
    FOREIGN KEY (contact_id, restricted) REFERENCES contacts (id, restricted) ON UPDATE CASCADE ON DELETE CASCADE
  );
  CREATE INDEX objections_by_contact ON objections (contact_id) WHERE contact_id IS NOT NULL;
  CREATE INDEX objections_by_company ON objections (company_id) WHERE company_id IS NOT NULL;
  CREATE INDEX objections_of_everything ON objections (contact_id, channel) WHERE of_everything;

  -- Nobody takes a person's objection back but the person, through a link of theirs; a company's, with who said so.
  CREATE TABLE objection_withdrawals (
    objection_id uuid PRIMARY KEY REFERENCES objections ON DELETE CASCADE,
    contact_id uuid, restricted boolean NOT NULL DEFAULT false,
    withdrawn_at timestamptz NOT NULL,
    link_id uuid REFERENCES contact_links,
    told_by text CHECK (told_by <> ''),
    recorded_by uuid REFERENCES users,
    CONSTRAINT objection_withdrawals_are_the_persons_own CHECK ((contact_id IS NULL) = (link_id IS NULL) AND (contact_id IS NULL) = (num_nonnulls(told_by, recorded_by) = 2)),
    FOREIGN KEY (contact_id, restricted) REFERENCES contacts (id, restricted) ON UPDATE CASCADE ON DELETE CASCADE
  );

  CREATE TABLE consent_wordings (
    id uuid PRIMARY KEY,
    purpose text NOT NULL REFERENCES purposes,
    language text NOT NULL CHECK (language IN ('fi', 'sv', 'en')),
    version integer NOT NULL,
    text text NOT NULL CHECK (text <> ''),
    created_at timestamptz NOT NULL,
    created_by uuid REFERENCES users,
    UNIQUE (purpose, language, version),
    UNIQUE (purpose, language, id)
  );
  CREATE UNIQUE INDEX consent_wordings_by_text ON consent_wordings (purpose, language, md5(text));

  CREATE TABLE consents (
    id uuid PRIMARY KEY,
    ${ofAPerson},
    channel text NOT NULL CHECK (channel IN ('all', ${channels})),
    purpose text NOT NULL,
    wording_id uuid NOT NULL,
    language text NOT NULL,
    obtained_at timestamptz NOT NULL,
    obtained_via text NOT NULL CHECK (obtained_via IN ('form', 'preference_page', 'email', 'phone', 'letter', 'in_person', 'event', 'contract', 'import', 'other')),
    note text CHECK (note <> ''),
    needs_confirmation boolean NOT NULL,
    recorded_at timestamptz NOT NULL,
    recorded_by uuid REFERENCES users,
    -- GDPR Art. 7(1): what exactly they said yes to, in which language.
    FOREIGN KEY (purpose, language, wording_id) REFERENCES consent_wordings (purpose, language, id)
  );
  CREATE INDEX consents_by_contact ON consents (contact_id);

  CREATE TABLE consent_confirmations (
    consent_id uuid PRIMARY KEY REFERENCES consents ON DELETE CASCADE,
    ${ofAPerson},
    confirmed_at timestamptz NOT NULL,
    link_id uuid NOT NULL REFERENCES contact_links
  );

  CREATE TABLE consent_withdrawals (
    consent_id uuid PRIMARY KEY REFERENCES consents ON DELETE CASCADE,
    ${ofAPerson},
    withdrawn_at timestamptz NOT NULL,
    received_via text NOT NULL,
    note text CHECK (note <> ''),
    link_id uuid REFERENCES contact_links,
    recorded_at timestamptz NOT NULL,
    recorded_by uuid REFERENCES users
  );

  -- 917/2014 s. 200(3): the address came with a sale, and the buyer could say no then.
  CREATE TABLE sale_references (
    id uuid PRIMARY KEY,
    ${ofAPerson},
    reference text NOT NULL CHECK (reference <> ''),
    product text NOT NULL CHECK (product <> ''),
    sold_on date NOT NULL,
    opt_out_offered_on date NOT NULL CONSTRAINT sale_references_opt_out_offered_with_sale CHECK (opt_out_offered_on <= sold_on),
    recorded_at timestamptz NOT NULL,
    recorded_by uuid REFERENCES users
  );
  CREATE INDEX sale_references_by_contact ON sale_references (contact_id);

  CREATE TABLE notice_duties (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    ${ofAPerson},
    arisen_at timestamptz NOT NULL,
    due_on date NOT NULL,
    discharged_at timestamptz,
    discharged_via text CHECK (discharged_via IN ('message', 'notice_mail', 'told_in_person', 'already_knew')),
    note text CHECK (note <> ''),
    message_id uuid,
    discharged_by uuid REFERENCES users,
    CHECK ((discharged_at IS NULL) = (discharged_via IS NULL))
  );
  CREATE UNIQUE INDEX notice_duties_open ON notice_duties (contact_id) WHERE discharged_at IS NULL;
  CREATE INDEX notice_duties_by_contact ON notice_duties (contact_id);
  CREATE INDEX notice_duties_by_due ON notice_duties (due_on, id) WHERE discharged_at IS NULL;
`;

/** Addresses and numbers that no path leads from to a person: keyed digests, the key is outside the database (design rule 6). */
const digests = `
  CREATE TABLE suppressions (
    id uuid PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('email', 'phone')),
    digest bytea NOT NULL CHECK (length(digest) = 32),
    channel text NOT NULL CHECK (channel IN ('all', ${channels})),
    purpose text NOT NULL CHECK (purpose <> ''),
    reason text NOT NULL CHECK (reason IN ('objection', 'complaint', 'erasure')),
    since timestamptz NOT NULL,
    UNIQUE (digest, kind, channel, purpose)
  );
  CREATE TABLE undeliverable_addresses (
    digest bytea PRIMARY KEY CHECK (length(digest) = 32),
    since timestamptz NOT NULL,
    status text NOT NULL
  );
  -- Filled with the key at the next start; from now on whoever writes an address writes its digest.
  ALTER TABLE contact_points ADD digest bytea NOT NULL DEFAULT '';
  ALTER TABLE contact_points ALTER digest DROP DEFAULT;
  CREATE INDEX contact_points_by_digest ON contact_points (digest);
  ALTER TABLE contacts ADD erased_at timestamptz;
`;

const ofPeople = [
  'contact_links',
  'objections',
  'objection_withdrawals',
  'consents',
  'consent_confirmations',
  'consent_withdrawals',
  'sale_references',
  'notice_duties',
];

/**
 * Whoever hands a message over holds its addressee shared, by `pg_advisory_lock_shared(7356800, hashtext(id::text))`:
 * what forbids it is therefore on record before the hand-over is decided, or after it is done.
 */
const effects = `
  CREATE FUNCTION hold_hand_overs_to(addressee uuid) RETURNS void LANGUAGE sql AS $$
    SELECT pg_advisory_xact_lock(7356800, hashtext(addressee::text))
  $$;

  CREATE FUNCTION evidence_is_recorded() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE
    erased timestamptz;
  BEGIN
    IF NEW.contact_id IS NOT NULL THEN
      -- What follows from a purpose that begins to exist stops nothing that could be under way.
      IF TG_ARGV[0] = 'stops' AND pg_trigger_depth() = 1 THEN PERFORM hold_hand_overs_to(NEW.contact_id); END IF;
      SELECT c.restricted, c.erased_at INTO NEW.restricted, erased FROM contacts c WHERE c.id = NEW.contact_id;
      IF TG_ARGV[0] = 'allows' AND erased IS NOT NULL THEN
        RAISE EXCEPTION 'an erased person is never opted in' USING ERRCODE = 'check_violation', CONSTRAINT = 'erased_people_stay_out';
      END IF;
      NEW.restricted := coalesce(NEW.restricted, false);
    END IF;
    RETURN NEW;
  END $$;
  CREATE FUNCTION company_objection_is_recorded() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM hold_hand_overs_to(NEW.company_id);
    RETURN NEW;
  END $$;

  CREATE TRIGGER objections_recorded BEFORE INSERT ON objections FOR EACH ROW EXECUTE FUNCTION evidence_is_recorded('stops');
  CREATE TRIGGER objections_of_company BEFORE INSERT ON objections FOR EACH ROW WHEN (NEW.company_id IS NOT NULL) EXECUTE FUNCTION company_objection_is_recorded();
  CREATE FUNCTION objection_knows_its_addresses() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    NEW.address_digests := ARRAY(SELECT p.digest FROM contact_points p WHERE p.contact_id = NEW.contact_id AND p.kind = 'email' AND p.digest <> '');
    RETURN NEW;
  END $$;
  CREATE TRIGGER objections_with_addresses BEFORE INSERT ON objections FOR EACH ROW WHEN (NEW.contact_id IS NOT NULL) EXECUTE FUNCTION objection_knows_its_addresses();
  CREATE TRIGGER consent_withdrawals_recorded BEFORE INSERT ON consent_withdrawals FOR EACH ROW EXECUTE FUNCTION evidence_is_recorded('stops');
  CREATE TRIGGER consents_recorded BEFORE INSERT ON consents FOR EACH ROW EXECUTE FUNCTION evidence_is_recorded('allows');
  CREATE TRIGGER consent_confirmations_recorded BEFORE INSERT ON consent_confirmations FOR EACH ROW EXECUTE FUNCTION evidence_is_recorded('allows');
  CREATE TRIGGER objection_withdrawals_recorded BEFORE INSERT ON objection_withdrawals FOR EACH ROW EXECUTE FUNCTION evidence_is_recorded('allows');
  CREATE TRIGGER sale_references_recorded BEFORE INSERT ON sale_references FOR EACH ROW EXECUTE FUNCTION evidence_is_recorded('allows');
  CREATE TRIGGER contact_links_recorded BEFORE INSERT ON contact_links FOR EACH ROW EXECUTE FUNCTION evidence_is_recorded('neither');
  CREATE TRIGGER notice_duties_recorded BEFORE INSERT ON notice_duties FOR EACH ROW EXECUTE FUNCTION evidence_is_recorded('neither');

  CREATE FUNCTION person_may_not_be_written_to() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM hold_hand_overs_to(NEW.id);
    RETURN NEW;
  END $$;
  CREATE TRIGGER contacts_held BEFORE UPDATE OF restricted, erased_at ON contacts FOR EACH ROW
    WHEN (NEW.restricted AND NOT OLD.restricted OR NEW.erased_at IS DISTINCT FROM OLD.erased_at)
    EXECUTE FUNCTION person_may_not_be_written_to();

  -- GDPR Art. 14: who did not give the data themselves is told within a month.
  CREATE FUNCTION notice_becomes_due() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    INSERT INTO notice_duties (contact_id, arisen_at, due_on)
    SELECT n.contact_id, min(n.recorded_at), (min(n.recorded_at) + interval '1 month')::date FROM recorded n
    WHERE NOT EXISTS (SELECT FROM contact_sources s WHERE s.contact_id = n.contact_id AND s.kind IN ('person', 'form'))
      AND NOT EXISTS (SELECT FROM notice_duties d WHERE d.contact_id = n.contact_id)
    GROUP BY n.contact_id;
    RETURN NULL;
  END $$;
  CREATE TRIGGER contact_sources_recorded AFTER INSERT ON contact_sources REFERENCING NEW TABLE AS recorded
    FOR EACH STATEMENT EXECUTE FUNCTION notice_becomes_due();
  INSERT INTO notice_duties (contact_id, restricted, arisen_at, due_on)
    SELECT c.id, c.restricted, c.created_at, (c.created_at + interval '1 month')::date FROM contacts c
    WHERE NOT EXISTS (SELECT FROM contact_sources s WHERE s.contact_id = c.id AND s.kind IN ('person', 'form'));
`;

const policies = ofPeople
  .map(
    (table) => `
  ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
  CREATE POLICY not_restricted ON ${table} USING (NOT restricted) WITH CHECK (true);
  CREATE POLICY privacy_officer_reads ON ${table} FOR SELECT USING (acts_as_privacy_officer());`,
  )
  .join('');

/** What people said about being contacted, for which purposes anybody may be, and who has to be told of us. */
export class Permissions1795500000000 implements MigrationInterface {
  readonly name = 'Permissions1795500000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(purposes + evidence + digests + effects + refusing + policies);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER contact_sources_recorded ON contact_sources;
      DROP TRIGGER contact_points_of_objectors ON contact_points;
      DROP TRIGGER contact_points_of_objectors_filled ON contact_points;
      DROP TRIGGER contacts_held ON contacts;
      ALTER TABLE contacts DROP erased_at;
      DROP INDEX contact_points_by_digest;
      ALTER TABLE contact_points DROP digest;
      DROP TABLE undeliverable_addresses, suppressions, notice_duties, sale_references, consent_withdrawals,
        consent_confirmations, consents, consent_wordings, objection_withdrawals, objections, contact_links, purposes;
      DROP FUNCTION everything_is_new_purposes_too(), objectors_are_reached(), objection_is_withdrawn(), discharge_notices(uuid[], text, uuid, text, timestamptz, uuid),
        withdraw_consents(uuid, uuid[], text, text, uuid, timestamptz, uuid), release_addresses_of(uuid, text, text), suppress_addresses_of(uuid, text, text, text, timestamptz),
        kind_reached_by(text), objection_in_force(uuid, uuid, text, text, boolean);
      DROP FUNCTION objection_knows_its_addresses(), notice_becomes_due(), person_may_not_be_written_to(), company_objection_is_recorded(), evidence_is_recorded(), hold_hand_overs_to(uuid);
    `);
  }
}
