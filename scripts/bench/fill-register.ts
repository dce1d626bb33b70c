import { hash } from '@node-rs/argon2';
import { Client } from 'pg';
import { benchEmail, benchPassword } from './app.ts';
import { loadNames, loadTalk } from './built.ts';
import { indexWords } from './index-words.ts';
import { withoutGuards } from './without-guards.ts';

/** Ids in the order of rows, in the form of UUIDv7; of its own kind for each table. */
const functions = `
  CREATE FUNCTION pg_temp.nth(kind int, n bigint) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT (left(t, 8) || '-' || right(t, 4) || '-7' || lpad(to_hex(kind), 3, '0') || '-8000-' || lpad(to_hex(n), 12, '0'))::uuid
    FROM (SELECT lpad(to_hex(1700000000000 + n), 12, '0') AS t) AS time
  $$;
  -- Whom the nth interaction was with.
  CREATE FUNCTION pg_temp.whom(n bigint, people int) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT pg_temp.nth(5, 1 + floor(((hashint8(n) + 2147483648) / 4294967296.0::float8) ^ 1.5 * people)::int)
  $$;
  CREATE FUNCTION pg_temp.at(list text[], share float8) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT list[1 + floor(share * array_length(list, 1))::int]
  $$;
  CREATE FUNCTION pg_temp.any_of(list text[]) RETURNS text LANGUAGE sql VOLATILE AS $$
    SELECT list[1 + floor(random() * array_length(list, 1))::int]
  $$;
  CREATE FUNCTION pg_temp.common_of(list text[]) RETURNS text LANGUAGE sql VOLATILE AS $$
    SELECT list[1 + floor(random() ^ 2 * array_length(list, 1))::int]
  $$;
`;

const staff = `
  INSERT INTO controllers (id, name, language, time_zone, created_at, updated_at) VALUES (pg_temp.nth(1, 1), 'Mittaus Oy', 'fi', 'Europe/Helsinki', now(), now());
  INSERT INTO users (id, name, email, password_hash, language, created_at, updated_at)
  SELECT pg_temp.nth(2, n), 'Mittaaja ' || n, CASE n WHEN 1 THEN '${benchEmail}' ELSE 'mittaaja' || n || '@bench.example' END, '$HASH', 'fi', now(), now()
  FROM generate_series(1, 8) AS n;
  INSERT INTO role_grants (id, user_id, role, granted_at, starts_at, reason) SELECT id, id, 'salesperson', now(), now(), 'bench' FROM users;
  INSERT INTO teams (id, name, created_at, updated_at) VALUES (pg_temp.nth(9, 1), 'Mittaus', now(), now());
  INSERT INTO team_members (id, team_id, user_id, joined_at) SELECT id, pg_temp.nth(9, 1), id, now() FROM users;
  INSERT INTO undertakings (id, version, fi, sv, en, published_at) VALUES (pg_temp.nth(10, 1), 1, 'Salassa.', 'Hemligt.', 'Secret.', now());
  INSERT INTO undertaking_receipts (id, user_id, undertaking_id, language, accepted_at) SELECT id, id, pg_temp.nth(10, 1), 'fi', now() FROM users;
`;

const companies = `
  INSERT INTO companies (id, name, country, legal_form, industry_code, size, relationship_status, relationship_ended_on, owner_id, source_kind,
    source_what, source_on, last_interaction_at, created_at, updated_at)
  SELECT pg_temp.nth(3, n), pg_temp.any_of($1) || ' ' || pg_temp.common_of($2) || ' ' || n || ' Oy', 'FI', 'limited_company',
    pg_temp.any_of('{43210,25620,62010,49410,69201,41200}'), '10-49', status,
    CASE status WHEN 'former' THEN current_date - floor(random() * 300)::int END, pg_temp.nth(2, 1 + n % 8), 'public_register', 'YTJ', current_date - 400, now() - random() * interval '500 days',
    now() - interval '400 days', now()
  FROM (SELECT n, pg_temp.common_of('{prospect,customer,former,partner}') AS status FROM generate_series(1, $3::int) AS n) AS drawn`;

const addresses = `
  INSERT INTO company_addresses (id, company_id, position, type, street, postal_code, city, country)
  SELECT pg_temp.nth(4, n), pg_temp.nth(3, n), 0, 'visiting', 'Teollisuuskatu ' || n % 90, '33100', pg_temp.common_of($1), 'FI'
  FROM generate_series(1, $2::int) AS n`;

const contacts = `
  INSERT INTO contacts (id, first_name, last_name, title, area_of_responsibility, language, company_id, owner_id,
    retention_review_on, collected_on, collected_via, last_interaction_at, created_at, updated_at)
  SELECT pg_temp.nth(5, n), first_name, last_name, pg_temp.any_of('{Toimitusjohtaja,Hankintapäällikkö,Ostaja,Kiinteistöpäällikkö,Talousjohtaja,Isännöitsijä}'),
    pg_temp.common_of('{Johto,Kiinteistöt,Hankinta,Talous,Toimistopalvelut,Tuotanto,Henkilöstö,Turvallisuus}'), language,
    CASE WHEN random() < 0.98 THEN pg_temp.nth(3, 1 + floor(random() * $5)::int) END, pg_temp.nth(2, 1 + n % 8),
    current_date + 1 + n % 360, current_date - 1 - n % 400, 'person', now() - random() * interval '900 days', now() - interval '400 days', now()
  FROM (SELECT n, spoken, CASE WHEN spoken < 0.14 THEN 'sv' ELSE 'fi' END AS language, random() ^ 2 AS a, random() ^ 2 AS b
      FROM (SELECT n, random() AS spoken FROM generate_series(1, $6::int) AS n OFFSET 0) AS people OFFSET 0) AS people,
    LATERAL (SELECT CASE language WHEN 'fi' THEN pg_temp.at($1, a) ELSE pg_temp.at($3, a) END AS first_name,
      CASE language WHEN 'fi' THEN pg_temp.at($2, b) ELSE pg_temp.at($4, b) END AS last_name) AS name`;

/** Digests as large and as different as keyed ones; nobody here has said no. */
const points = `
  INSERT INTO contact_points (contact_id, kind, position, value, digest)
  SELECT id, kind, position, value, sha256(convert_to(kind || value, 'UTF8')) FROM (
  SELECT id, 'email' AS kind, 0 AS position, translate(lower(first_name || '.' || last_name), 'åäöéÅÄÖ', 'aaoeaao') || n || '@yritys' || n % 7919 || '.example' AS value
  FROM (SELECT id, first_name, last_name, row_number() OVER () AS n FROM contacts) AS c
  UNION ALL
  SELECT id, 'phone', 0, '+35890' || lpad((n % 1000000)::text, 6, '0') FROM (SELECT id, row_number() OVER () AS n FROM contacts) AS c) AS points`;

const provenance = `
  INSERT INTO contact_sources (id, contact_id, kind, what, collected_on, recorded_at) SELECT id, id, 'person', 'Puhelu', current_date - 400, now() FROM contacts;
  INSERT INTO contact_bases (contact_id, purpose, basis, recorded_at) SELECT id, 'direct_marketing', 'legitimate_interest', now() FROM contacts;
  INSERT INTO employments (id, contact_id, company_id, title) SELECT id, id, company_id, title FROM contacts WHERE company_id IS NOT NULL`;

/** Some people are talked with far more than others; nobody all the time. */
const interactions = `
  INSERT INTO interactions (id, type, direction, occurred_at, duration_minutes, subject, body, company_id, author_id, created_at)
  SELECT pg_temp.nth(6, n), pg_temp.common_of('{call,email,meeting,note,visit}'), 'out', now() - (($4::int - n)::float8 / $4 * interval '1000 days'),
    10, pg_temp.any_of($1), pg_temp.any_of($2), c.company_id, pg_temp.nth(2, 1 + n % 8), now()
  FROM generate_series(1 + $3::int, $5::int) AS n JOIN contacts c ON c.id = pg_temp.whom(n, $6::int)`;

const participants = `
  INSERT INTO interaction_participants (interaction_id, contact_id, position, occurred_at)
  SELECT pg_temp.nth(6, n), pg_temp.whom(n, $1::int), 0, now() - (($2::int - n)::float8 / $2 * interval '1000 days')
  FROM generate_series(1, $2::int) AS n`;

/** When people were last in touch: at the meetings, as everything else is ours here. */
const heard = `
  UPDATE contacts c SET last_heard_at = h.at FROM (
    SELECT p.contact_id, max(p.occurred_at) AS at FROM interaction_participants p JOIN interactions i ON i.id = p.interaction_id AND i.type = 'meeting'
    GROUP BY p.contact_id) h WHERE h.contact_id = c.id`;

/** What the triggers would have done. */
const clocks = `
  DO $$ DECLARE last uuid; BEGIN LOOP
    last := (SELECT last_id FROM retention_recompute_after(last, 20000, current_date)); EXIT WHEN last IS NULL;
  END LOOP; END $$`;

/**
 * Fills the migrated, empty register: a company for every five people, five interactions a person.
 * @param say what is being done
 */
export async function fillRegister(url: string, people: number, say: (line: string) => void): Promise<void> {
  const names = await loadNames();
  const talk = await loadTalk();
  const client = new Client({ connectionString: url });
  await client.connect();
  const firms = Math.ceil(people / 5);
  const finnish = [...names.finnishWomen, ...names.finnishMen];
  const swedish = [...names.swedishWomen, ...names.swedishMen];
  const trades = [
    'Sähkö',
    'Konepaja',
    'Rakennus',
    'LVI',
    'Kuljetus',
    'Tilitoimisto',
    'Ohjelmistot',
    'Insinööritoimisto',
    'Autohuolto',
    'Puutarha',
  ];
  await client.query(
    `SET synchronous_commit = off; SET work_mem = '256MB'; SET maintenance_work_mem = '1GB'; SELECT setseed(0.42)`,
  );
  await client.query(
    functions +
      staff.replace('$HASH', await hash(benchPassword, { memoryCost: 19_456, timeCost: 2, parallelism: 1 })),
  );
  await withoutGuards(client, say, async () => {
    say('companies and people');
    await client.query(companies, [trades, names.finnishSurnames, firms]);
    await client.query(addresses, [names.towns, firms]);
    await client.query(contacts, [
      finnish,
      names.finnishSurnames,
      swedish,
      names.swedishSurnames,
      firms,
      people,
    ]);
    await client.query(points);
    await client.query(provenance);
    say('interactions');
    const all = people * 5;
    for (let from = 0; from < all; from += 1_000_000)
      await client.query(interactions, [
        talk.subjects,
        talk.bodies,
        from,
        all,
        Math.min(from + 1_000_000, all),
        people,
      ]);
    await client.query(participants, [people, all]);
    await client.query(heard);
    await indexWords(url, say);
  });
  say('clocks');
  await client.query('ANALYZE');
  await client.query(clocks);
  say('statistics');
  await client.query('VACUUM (ANALYZE)');
  await client.query('CHECKPOINT').catch(() => undefined); // only a superuser may; the next one comes by itself
  await client.end();
}
