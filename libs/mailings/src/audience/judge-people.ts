import type { Language, Purpose } from '@seloste/kernel';

/** What is asked about everybody of an audience. */
export interface Question {
  purpose: Purpose;
  areas: string[] | null;
  roleReason: string | null;
  /** The profiling that the segment rests on: whoever objected to it is left out (H12). */
  profilingPurpose: Purpose | null;
  /** Those of the template, at least one, and the company's own. */
  languages: readonly Language[];
  ownLanguage: Language;
  at: Date;
}

/** One answer, as the SQL below gives it. */
export interface Judged {
  allowed: boolean;
  code: string;
  law: string;
  since: Date | null;
  purpose: Purpose;
  language: Language;
  fellBack: boolean;
}

/** GDPR Art. 5(1)(c): one letter is enough. */
const secondLetter = { code: 'duplicate_address', law: 'GDPR Art. 5(1)(c)' };

const decisions = (purpose: string, areas: string, roleReason: string, at: string): string =>
  `(SELECT d.contact_id, d.allowed, d.code, d.law, d.since, d.evidence_type, d.evidence_id
    FROM permission_decisions_of(ARRAY(SELECT id FROM people), 'email', ${purpose}, ${areas}, ${roleReason}, ${at}) d)`;

/** Columns of `judged`, as {@link Judged} names them, of a table `j`. */
export const judgedColumns =
  'j.allowed, j.code, j.law, j.since, j.purpose, j.language, j.fell_back AS "fellBack"';

/** Of a person `c`: what {@link judgedSql} wants to know of everybody in `people`. */
export const personColumns = 'c.id, c.language, a.digest';
export const withAddress = `LEFT JOIN contact_points a ON a.contact_id = c.id AND a.kind = 'email' AND a.position = 0`;

/**
 * Common table expressions that end in `judged (id, allowed, code, law, since, evidence_type, evidence_id, purpose,
 * digest, language, fell_back)`: what is decided about everybody in `people (id, language, digest)`, which stands before
 * them. Of several who would get it at one address, the first on record does.
 * @param isTaken SQL: whether the address `p.digest` has got it already
 */
export function judgedSql(question: Question, parameters: unknown[], isTaken = 'false'): string {
  const value = (given: unknown, type: string) => `$${parameters.push(given)}::${type}`;
  const at = value(question.at, 'timestamptz');
  const purpose = value(question.purpose, 'text');
  const areas = value(question.areas, 'text[]');
  const written = value(question.languages, 'text[]');
  const own = value(question.ownLanguage, 'text');
  const decided = decisions(purpose, areas, value(question.roleReason !== null, 'boolean'), at);
  const profiling = question.profilingPurpose && value(question.profilingPurpose, 'text');
  const unlessSecond = (column: string) => `CASE WHEN n.second IS NULL THEN n.${column} END`;
  return `decided AS MATERIALIZED ${decided},
  ${profiling ? `profiled AS MATERIALIZED ${decisions(profiling, 'NULL', 'false', at)},` : ''}
  said AS NOT MATERIALIZED (${profiling ? refusedFirst(purpose, profiling) : `SELECT d.*, ${purpose} AS purpose FROM decided d`}),
  shared AS (SELECT p.digest FROM people p WHERE p.digest <> '' GROUP BY 1 HAVING count(*) > 1),
  seconds AS (
    SELECT placed.id FROM (SELECT p.id, row_number() OVER (PARTITION BY p.digest ORDER BY p.id) AS place
      FROM shared JOIN people p ON p.digest = shared.digest JOIN said s ON s.contact_id = p.id WHERE s.allowed) placed WHERE placed.place > 1),
  numbered AS (
    SELECT s.*, p.digest, CASE WHEN s.allowed AND (seconds.id IS NOT NULL OR ${isTaken}) THEN p.id END AS second,
      CASE WHEN p.language = ANY(${written}) THEN p.language WHEN ${own} = ANY(${written}) THEN ${own} ELSE (${written})[1] END AS language,
      coalesce(p.language <> ALL(${written}), false) AS fell_back
    FROM people p JOIN said s ON s.contact_id = p.id LEFT JOIN seconds ON seconds.id = p.id),
  judged AS (
    SELECT n.contact_id AS id, n.allowed AND n.second IS NULL AS allowed, coalesce(${unlessSecond('code')}, '${secondLetter.code}') AS code,
      coalesce(${unlessSecond('law')}, '${secondLetter.law}') AS law, ${unlessSecond('since')} AS since,
      ${unlessSecond('evidence_type')} AS evidence_type, ${unlessSecond('evidence_id')} AS evidence_id, n.purpose, n.digest, n.language, n.fell_back
    FROM numbered n)`;
}

/** A refusal of the profiling goes before whatever the mailing's own purpose allows. */
const refusedFirst = (purpose: string, profiling: string): string => {
  const either = (column: string) => `CASE WHEN p.allowed THEN d.${column} ELSE p.${column} END AS ${column}`;
  return `SELECT d.contact_id, d.allowed AND p.allowed AS allowed, ${['code', 'law', 'since', 'evidence_type', 'evidence_id'].map(either).join(', ')},
      CASE WHEN p.allowed THEN ${purpose} ELSE ${profiling} END AS purpose
    FROM decided d JOIN profiled p ON p.contact_id = d.contact_id`;
};
