import type { MigrationInterface, QueryRunner } from 'typeorm';

const asOwner = 'SECURITY DEFINER SET search_path = public, pg_temp';

/** @param arisen when the duty arose, as a timestamp of the calendar that counts */
const noticeBecomesDue = (arisen: string): string => `
  CREATE OR REPLACE FUNCTION notice_becomes_due() RETURNS trigger LANGUAGE plpgsql ${asOwner} AS $$
  BEGIN
    INSERT INTO notice_duties (contact_id, arisen_at, due_on)
    SELECT n.contact_id, min(n.recorded_at), (${arisen} + interval '1 month')::date FROM recorded n
    WHERE NOT EXISTS (SELECT FROM contact_sources s WHERE s.contact_id = n.contact_id AND s.kind IN ('person', 'form'))
      AND NOT EXISTS (SELECT FROM notice_duties d WHERE d.contact_id = n.contact_id)
    GROUP BY n.contact_id;
    RETURN NULL;
  END $$;
`;

const ownZone = `coalesce((SELECT k.time_zone FROM controllers k), 'Europe/Helsinki')`;

/** GDPR Art. 14: the month ends with a day of the company's calendar. What is open is put right as well. */
const ownCalendar = `
  ${noticeBecomesDue(`(min(n.recorded_at) AT TIME ZONE ${ownZone})`)}
  UPDATE notice_duties d SET due_on = (d.arisen_at AT TIME ZONE ${ownZone} + interval '1 month')::date
  WHERE d.discharged_at IS NULL AND d.due_on = (d.arisen_at AT TIME ZONE 'UTC' + interval '1 month')::date;
`;

/** Who said no to everything has said no to a purpose that came later, each as often as there is a row of it. */
const objectors = `
  CREATE FUNCTION objectors_to_purpose_to_come(for_purpose text) RETURNS SETOF uuid LANGUAGE sql STABLE ${asOwner} AS $$
    SELECT o.contact_id FROM objections o WHERE o.of_everything AND o.purpose = for_purpose ORDER BY o.contact_id
  $$;
`;

/**
 * Whoever suppresses an address holds it shared until their "no" is on record, and whoever releases it holds it alone: of
 * two people who share it, one who takes their "no" back sees the other's. There are 1,024 locks, however many addresses.
 */
const holding = `
  CREATE FUNCTION hold_addresses(digests bytea[], alone boolean) RETURNS void LANGUAGE plpgsql AS $$
  DECLARE
    held int;
  BEGIN
    FOR held IN SELECT DISTINCT hashtext(encode(d, 'hex')) & 1023 FROM unnest(digests) d ORDER BY 1 LOOP
      IF alone THEN PERFORM pg_advisory_xact_lock(7356802, held);
      ELSE PERFORM pg_advisory_xact_lock_shared(7356802, held); END IF;
    END LOOP;
  END $$;
`;

const suppress = `
    INSERT INTO suppressions (id, kind, digest, channel, purpose, reason, since)
    SELECT gen_random_uuid(), p.kind, p.digest, by_channel, for_purpose, why, at FROM contact_points p
    WHERE p.contact_id = person AND p.digest <> '' AND (by_channel = 'all' OR p.kind = kind_reached_by(by_channel))
    ON CONFLICT (digest, kind, channel, purpose) DO NOTHING`;

const release = `
    DELETE FROM suppressions s WHERE s.reason IN ('objection', 'complaint') AND s.channel = by_channel AND s.purpose = for_purpose
      AND EXISTS (SELECT FROM contact_points p WHERE p.contact_id = person AND p.digest = s.digest AND p.kind = s.kind)
      AND NOT EXISTS (SELECT FROM contact_points p JOIN objections o ON o.contact_id = p.contact_id
        WHERE p.digest = s.digest AND p.kind = s.kind AND o.channel = by_channel AND o.purpose = for_purpose
          AND NOT EXISTS (SELECT FROM objection_withdrawals w WHERE w.objection_id = o.id))`;

const fromReached = `
    FROM reached r JOIN objections o ON o.contact_id = r.contact_id
    WHERE r.digest <> '' AND (o.channel = 'all' OR r.kind = kind_reached_by(o.channel))
      AND NOT EXISTS (SELECT FROM objection_withdrawals w WHERE w.objection_id = o.id)`;

const suppressReached = `
    INSERT INTO suppressions (id, kind, digest, channel, purpose, reason, since)
    SELECT gen_random_uuid(), r.kind, r.digest, o.channel, o.purpose,
      CASE WHEN o.received_via = 'complaint' THEN 'complaint' ELSE 'objection' END, o.objected_at
    ${fromReached}
    ON CONFLICT (digest, kind, channel, purpose) DO NOTHING`;

const ofPerson = `ARRAY(SELECT p.digest FROM contact_points p WHERE p.contact_id = person AND p.digest <> '')`;

/** @param body of a function that returns nothing, without and with the addresses being held */
const functions = (language: 'sql' | 'plpgsql'): string => {
  const held = (digests: string, alone: boolean, statement: string): string =>
    language === 'sql'
      ? statement
      : `BEGIN
    PERFORM hold_addresses(${digests}, ${alone});
    ${statement};
  END`;
  return `
  DROP FUNCTION suppress_addresses_of(uuid, text, text, text, timestamptz), release_addresses_of(uuid, text, text);
  CREATE FUNCTION suppress_addresses_of(person uuid, by_channel text, for_purpose text, why text, at timestamptz) RETURNS void
  LANGUAGE ${language} ${asOwner} AS $$ ${held(ofPerson, false, suppress)} $$;
  CREATE FUNCTION release_addresses_of(person uuid, by_channel text, for_purpose text) RETURNS void
  LANGUAGE ${language} ${asOwner} AS $$ ${held(ofPerson, true, release)} $$;

  CREATE OR REPLACE FUNCTION objectors_are_reached() RETURNS trigger LANGUAGE plpgsql ${asOwner} AS $$
  BEGIN
    ${language === 'sql' ? '' : `PERFORM hold_addresses(ARRAY(SELECT r.digest ${fromReached}), false);`}
    ${suppressReached};
    RETURN NULL;
  END $$;
  `;
};

/** What the database does by itself about notices and objections, put right. */
export class Functions1795600000000 implements MigrationInterface {
  readonly name = 'Functions1795600000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ownCalendar + objectors + holding + functions('plpgsql'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${functions('sql')}
      DROP FUNCTION hold_addresses(bytea[], boolean), objectors_to_purpose_to_come(text);
      ${noticeBecomesDue('min(n.recorded_at)')}
    `);
  }
}
