import type { MigrationInterface, QueryRunner } from 'typeorm';
import { searchIndexing, searchTriggers } from './1795392120000-search-triggers.js';

/** Everything but a–z, 0–9 and the letters from À on: what stands between two words. */
const separators = String.raw`[\u0001-\u002f\u003a-\u0060\u007b-\u00bf\u00d7\u00f7\u2000-\u2bff\u3000-\u303f\ufe00-\ufe0f\ufffd\U0001F000-\U0001FAFF]+`;

/** Letters that Unicode does not take apart, each with its plain one; then signs that vanish: apostrophes and accents. */
const letters = ['øœæßþðđłıħŧŋς', 'ooastddlihtnσ'] as const;
const vanishing =
  "''\u2019\u2018\u02bc\u00b4\u0060\u00ad\u200b\u200c\u200d" +
  '\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u0309\u030a\u030b\u030c\u030f\u0311\u0313\u031b' +
  '\u0323\u0324\u0325\u0326\u0327\u0328\u032d\u032e\u0330\u0331\u0338';

/** Country calling codes (ITU-T E.164). */
const callingCode = String.raw`^\+(1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|(2[1-689]|3[578]|42|5[09]|6[7-9]|8[035789]|9[679])\d)`;

const tables = `
  CREATE EXTENSION IF NOT EXISTS pg_trgm;

  CREATE TABLE search_entries (
    kind text NOT NULL,
    ref_id uuid NOT NULL,
    words tsvector NOT NULL,
    active_at timestamptz NOT NULL,
    archived boolean NOT NULL,
    PRIMARY KEY (ref_id, kind)
  ) PARTITION BY LIST (kind);
  CREATE TABLE search_contacts PARTITION OF search_entries FOR VALUES IN ('contact');
  CREATE TABLE search_companies PARTITION OF search_entries FOR VALUES IN ('company');
  CREATE TABLE search_interactions PARTITION OF search_entries FOR VALUES IN ('interaction');
  -- Which readings a search does rests on how common words are (libs/search, WordStatistics): 5,000 words of each kind.
  ALTER TABLE search_contacts ALTER words SET STATISTICS 500;
  ALTER TABLE search_companies ALTER words SET STATISTICS 500;
  ALTER TABLE search_interactions ALTER words SET STATISTICS 500;
  CREATE INDEX search_entries_by_words ON search_entries USING gin (words) WITH (fastupdate = off);
  CREATE INDEX search_entries_by_time ON search_entries (active_at, ref_id) WHERE NOT archived;

  CREATE TABLE search_words (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('contact', 'company', 'interaction')),
    word text COLLATE "C" NOT NULL
  );
  CREATE INDEX search_words_by_word ON search_words (kind, word);
  CREATE INDEX search_words_of_contacts ON search_words USING gin (word gin_trgm_ops) WITH (fastupdate = off) WHERE kind = 'contact';
  CREATE INDEX search_words_of_companies ON search_words USING gin (word gin_trgm_ops) WITH (fastupdate = off) WHERE kind = 'company';
  CREATE INDEX search_words_of_interactions ON search_words USING gin (word gin_trgm_ops) WITH (fastupdate = off) WHERE kind = 'interaction';

  CREATE TABLE search_released_words (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind text NOT NULL,
    word text COLLATE "C" NOT NULL
  );
`;

const folding = `
  CREATE FUNCTION search_fold(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT translate(normalize(lower(value COLLATE "und-x-icu"), NFD), '${letters[0]}${vanishing}', '${letters[1]}')
  $$;

  -- Folded words with one space between; a longer word than any language has is cut, since tsvector refuses it.
  CREATE FUNCTION search_lexemes(value text) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
  DECLARE
    words text := btrim(regexp_replace(search_fold(left(value, 100000)), '${separators}', ' ', 'g'));
  BEGIN
    IF octet_length(words) > 1000 THEN RETURN regexp_replace(words, '([^ ]{60})[^ ]+', '\\1', 'g'); END IF;
    RETURN words;
  END $$;

  -- The words of a name once more, marked with =, so that a name can be told from the rest of an entry; and the whole
  -- name as one, in either order of its two parts, so that it is found at once as far as it is typed.
  CREATE FUNCTION search_name(first text, last text) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
  DECLARE
    a text := search_lexemes(first);
    b text := search_lexemes(last);
  BEGIN
    RETURN '=' || replace(btrim(a || ' ' || b), ' ', ' =') || ' ''=' || btrim(a || ' ' || b) || ''' ''=' || btrim(b || ' ' || a) || '''';
  END $$;

  -- Digits from the front (#) and, so that the last ones suffice, from the back (~).
  CREATE FUNCTION search_phone(value text) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
  DECLARE
    digits text := ltrim(regexp_replace(regexp_replace(value, '${callingCode}', ''), '[^0-9]', '', 'g'), '0');
  BEGIN
    RETURN '#' || nullif(digits, '') || ' ~' || reverse(digits);
  END $$;
`;

/** A word that left an entry is noted, and forgotten when no entry holds it any more: a name must not outlive its person. */
const forgetting = `
  CREATE FUNCTION search_release_words() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO search_released_words (kind, word)
    SELECT OLD.kind, gone.word FROM unnest(tsvector_to_array(OLD.words)) AS gone (word)
    WHERE gone.word <> ALL (coalesce(tsvector_to_array(NEW.words), '{}'))
      AND EXISTS (SELECT FROM search_words known WHERE known.kind = OLD.kind AND known.word = gone.word);
    RETURN NULL;
  END $$;
  CREATE TRIGGER search_entries_change AFTER UPDATE ON search_entries
    FOR EACH ROW WHEN (OLD.words IS DISTINCT FROM NEW.words) EXECUTE FUNCTION search_release_words();
  CREATE TRIGGER search_entries_end AFTER DELETE ON search_entries FOR EACH ROW EXECUTE FUNCTION search_release_words();

  -- count(*) and not EXISTS: the latter tempts the planner to read the whole table for a word that is not there.
  CREATE FUNCTION search_is_word_used(of_kind text, word text) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
  BEGIN
    RETURN (SELECT count(*) FROM search_entries WHERE kind = of_kind AND words @@ quote_literal(word)::tsquery) > 0;
  END $$;

  -- Returns how many words were forgotten. Words of the latest entries are in use without asking the index.
  CREATE FUNCTION search_drop_unused_words() RETURNS integer LANGUAGE plpgsql AS $$
  DECLARE
    dropped integer;
  BEGIN
    WITH released AS (DELETE FROM search_released_words RETURNING kind, word),
    current AS MATERIALIZED (
      SELECT DISTINCT kinds.kind, lexeme FROM (VALUES ('contact'), ('company'), ('interaction')) AS kinds (kind),
        LATERAL (SELECT words FROM search_entries e WHERE e.kind = kinds.kind AND NOT e.archived ORDER BY active_at DESC, ref_id DESC LIMIT 1000) AS latest,
        LATERAL unnest(tsvector_to_array(words)) AS lexeme
    ), unused AS MATERIALIZED (
      SELECT kind, word FROM (SELECT kind, word FROM released EXCEPT SELECT kind, lexeme FROM current) AS left_over
      WHERE NOT search_is_word_used(kind, word)
    )
    DELETE FROM search_words known USING unused WHERE known.kind = unused.kind AND known.word = unused.word;
    GET DIAGNOSTICS dropped = ROW_COUNT;
    RETURN dropped;
  END $$;
`;

const existing = `
  SELECT search_index_contacts(array(SELECT id FROM contacts));
  SELECT search_index_companies(array(SELECT id FROM companies));
  SELECT search_index_interactions(array(SELECT id FROM interactions));
`;

/**
 * What type-ahead search reads: one row of words per record, and a dictionary of those words for parts and typos.
 * Triggers keep both in step, whoever writes. search_entries never gets row-level security (its index would go unused):
 * who must not be found has no entry.
 */
export class Search1795392120000 implements MigrationInterface {
  readonly name = 'Search1795392120000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables + folding + searchIndexing + searchTriggers + forgetting + existing);
  }

  async down(runner: QueryRunner): Promise<void> {
    const written = ['contacts', 'companies', 'interactions'].flatMap((t) => [
      `search_${t}_written()`,
      `search_${t}_updated()`,
    ]);
    await runner.query(`
      DROP FUNCTION ${written.join(', ')}, search_contact_source_came(), search_contact_point_changed(), search_company_part_changed() CASCADE;
      DROP FUNCTION search_index_contacts(uuid[]), search_index_companies(uuid[]), search_index_interactions(uuid[]);
      DROP TABLE search_entries, search_words, search_released_words;
      DROP FUNCTION search_release_words(), search_drop_unused_words(), search_is_word_used(text, text);
      DROP FUNCTION search_name(text, text), search_phone(text), search_lexemes(text), search_fold(text);
    `);
  }
}
