/**
 * Inserts the words of a CTE `built (spoken)` that the dictionary lacks. No unique index: two writers never wait for
 * each other. count(*) and not EXISTS: the latter compares all words with all in a table that was never analysed.
 */
const learn = (kind: string) => `
  learnt AS (
    INSERT INTO search_words (kind, word)
    SELECT '${kind}', said.word FROM (
      SELECT DISTINCT part.word FROM built, string_to_table(built.spoken, ' ') AS part (word)
      WHERE length(part.word) BETWEEN 3 AND 30 AND part.word !~ '[0-9]'
    ) AS said
    WHERE (SELECT count(*) FROM search_words known WHERE known.kind = '${kind}' AND known.word = said.word) = 0
  )`;

const store = (kind: string) => `
  INSERT INTO search_entries (kind, ref_id, words, active_at, archived)
  SELECT '${kind}', id, words::tsvector, active_at, archived FROM built
  ON CONFLICT (ref_id, kind) DO UPDATE SET words = excluded.words, active_at = excluded.active_at, archived = excluded.archived
  WHERE (search_entries.words, search_entries.active_at, search_entries.archived) IS DISTINCT FROM (excluded.words, excluded.active_at, excluded.archived)`;

/** Brings the entries of these records in line with what the register says now, those that are gone included. Planning costs more than the work for one record, and the plan by index suits any number. */
const indexer = ({ kind, table, built }: { kind: string; table: string; built: string }) => `
  CREATE FUNCTION search_index_${table}(ids uuid[]) RETURNS void LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $$
  BEGIN
    DELETE FROM search_entries e WHERE e.kind = '${kind}' AND e.ref_id = ANY (ids)
      AND NOT EXISTS (SELECT FROM ${table} r WHERE r.id = e.ref_id);
    WITH built AS MATERIALIZED (${built}), ${learn(kind)} ${store(kind)};
  END $$;`;

const day = (column: string) => `coalesce(date_trunc('day', ${column}, 'UTC'), '-infinity')`;

/** Functions that write the entries of given records. */
export const searchIndexing = `
  ${indexer({
    kind: 'contact',
    table: 'contacts',
    built: `
      SELECT r.id, ${day('r.last_interaction_at')} AS active_at, r.archived_at IS NOT NULL AS archived, spoken,
        concat_ws(' ', search_name(r.first_name, r.last_name), spoken, search_lexemes(c.name COLLATE "C"), points) AS words
      FROM contacts r
      CROSS JOIN LATERAL (SELECT search_lexemes(
        concat_ws(' ', r.first_name, r.last_name, r.title, r.area_of_responsibility, r.department)) AS spoken OFFSET 0) AS said
      CROSS JOIN LATERAL (SELECT string_agg(CASE p.kind WHEN 'phone' THEN search_phone(p.value) ELSE search_lexemes(p.value) END, ' ') AS points
        FROM contact_points p WHERE p.contact_id = r.id) AS reached
      LEFT JOIN companies c ON c.id = r.company_id
      WHERE r.id = ANY (ids) ORDER BY r.id`,
  })}
  ${indexer({
    kind: 'company',
    table: 'companies',
    built: `
      SELECT r.id, ${day('r.last_interaction_at')} AS active_at, r.archived_at IS NOT NULL AS archived, spoken,
        concat_ws(' ', search_name(r.name COLLATE "C", ''), spoken, search_lexemes(concat_ws(' ', r.email, r.website, r.vat_number)), search_phone(r.phone),
          '#' || nullif(regexp_replace(r.business_id, '[^0-9]', '', 'g'), ''), 'fi' || nullif(regexp_replace(r.business_id, '[^0-9]', '', 'g'), ''),
          '#' || nullif(regexp_replace(r.vat_number, '[^0-9]', '', 'g'), '')) AS words
      FROM companies r
      CROSS JOIN LATERAL (SELECT search_lexemes(concat_ws(' ', r.name COLLATE "C",
        (SELECT string_agg(p.name, ' ') FROM company_products p WHERE p.company_id = r.id),
        (SELECT string_agg(a.city, ' ') FROM company_addresses a WHERE a.company_id = r.id))) AS spoken OFFSET 0) AS said
      WHERE r.id = ANY (ids) ORDER BY r.id`,
  })}
  ${indexer({
    kind: 'interaction',
    table: 'interactions',
    built: `
      SELECT r.id, r.occurred_at AS active_at, false AS archived, spoken, spoken AS words
      FROM interactions r CROSS JOIN LATERAL (SELECT search_lexemes(concat_ws(' ', r.subject, r.body)) AS spoken OFFSET 0) AS said
      WHERE r.id = ANY (ids) ORDER BY r.id`,
  })}

  -- A person is indexed once, when the e-mails and phones come or, without any, when the source comes, which nobody
  -- is without (contacts_have_a_source).
  CREATE FUNCTION search_contact_source_came() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM search_index_contacts(array_agg(DISTINCT contact_id)) FROM changed
      WHERE NOT EXISTS (SELECT FROM contact_points p WHERE p.contact_id = changed.contact_id)
        AND NOT EXISTS (SELECT FROM search_entries e WHERE e.kind = 'contact' AND e.ref_id = changed.contact_id) HAVING count(*) > 0;
    RETURN NULL;
  END $$;

  CREATE FUNCTION search_contact_point_changed() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM search_index_contacts(array_agg(DISTINCT contact_id)) FROM changed HAVING count(*) > 0;
    RETURN NULL;
  END $$;

  CREATE FUNCTION search_company_part_changed() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM search_index_companies(array_agg(DISTINCT company_id)) FROM changed HAVING count(*) > 0;
    RETURN NULL;
  END $$;
`;

/** Statement triggers, so that a bulk write is indexed in one go. EXCEPT compares any number of rows in linear time. */
const writing = (table: string, columns: string, day: string) => `
  CREATE FUNCTION search_${table}_written() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM search_index_${table}(array_agg(DISTINCT id)) FROM changed HAVING count(*) > 0;
    RETURN NULL;
  END $$;

  CREATE FUNCTION search_${table}_updated() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM search_index_${table}(array_agg(DISTINCT id)) FROM (
      SELECT id, ${columns}, ${day} FROM changed EXCEPT SELECT id, ${columns}, ${day} FROM before
    ) AS different HAVING count(*) > 0;
    ${table === 'companies' ? renamed : ''}
    RETURN NULL;
  END $$;`;

const renamed = `
    PERFORM search_index_contacts(array_agg(c.id)) FROM contacts c
      WHERE c.company_id IN (SELECT id FROM (SELECT id, name FROM changed EXCEPT SELECT id, name FROM before) AS named) HAVING count(*) > 0;`;

const onEvents = (table: string, events: string[], routine: string) =>
  events
    .map(
      (event) => `
  CREATE TRIGGER ${table}_search_${event.toLowerCase()} AFTER ${event} ON ${table}
    REFERENCING ${event === 'DELETE' ? 'OLD' : 'NEW'} TABLE AS changed${routine.endsWith('_updated') ? ' OLD TABLE AS before' : ''}
    FOR EACH STATEMENT EXECUTE FUNCTION ${routine}();`,
    )
    .join('');

/** Who calls them. */
export const searchTriggers = `
  ${writing('contacts', 'first_name, last_name, title, area_of_responsibility, department, company_id, archived_at', day('last_interaction_at'))}
  ${writing('companies', 'name, business_id, vat_number, phone, email, website, archived_at', day('last_interaction_at'))}
  ${writing('interactions', 'subject, body', 'occurred_at')}
  ${onEvents('contact_sources', ['INSERT'], 'search_contact_source_came')}
  ${onEvents('contact_points', ['INSERT', 'UPDATE', 'DELETE'], 'search_contact_point_changed')}
  ${onEvents('company_products', ['INSERT', 'UPDATE', 'DELETE'], 'search_company_part_changed')}
  ${onEvents('company_addresses', ['INSERT', 'UPDATE', 'DELETE'], 'search_company_part_changed')}
  ${onEvents('contacts', ['DELETE'], 'search_contacts_written')}
  ${onEvents('companies', ['INSERT', 'DELETE'], 'search_companies_written')}
  ${onEvents('interactions', ['INSERT', 'DELETE'], 'search_interactions_written')}
  ${['contacts', 'companies', 'interactions'].map((table) => onEvents(table, ['UPDATE'], `search_${table}_updated`)).join('')}
`;
