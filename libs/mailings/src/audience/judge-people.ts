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
  `(SELECT d.* FROM permission_decisions_of(ARRAY(SELECT id FROM people), 'email', ${purpose}, ${areas}, ${roleReason}, ${at}) d)`;

/** Columns of `judged`, as {@link Judged} names them, of a table `j`. */
export const judgedColumns =
  'j.allowed, j.code, j.law, j.since, j.purpose, j.language, j.fell_back AS "fellBack"';

/**
 * Common table expressions that end in `judged (id, allowed, code, law, since, evidence_type, evidence_id, purpose,
 * digest, language, fell_back)`: what is decided about everybody in `people (id)`, which stands before them. Of several
 * who would get it at one address, the first on record does.
 * @param isTaken SQL: whether the address `a.digest` has got it already
 */
export function judgedSql(question: Question, parameters: unknown[], isTaken = 'false'): string {
  const value = (given: unknown, type: string) => `$${parameters.push(given)}::${type}`;
  const at = value(question.at, 'timestamptz');
  const purpose = value(question.purpose, 'text');
  const areas = value(question.areas, 'text[]');
  const written = value(question.languages, 'text[]');
  const own = value(question.ownLanguage, 'text');
  const decided = decisions(purpose, areas, value(question.roleReason !== null, 'boolean'), at);
  const said =
    question.profilingPurpose === null
      ? `SELECT d.*, ${purpose} AS purpose FROM decided d`
      : refusedFirst(purpose, value(question.profilingPurpose, 'text'), at);
  return `decided AS MATERIALIZED ${decided},
  said AS MATERIALIZED (${said}),
  numbered AS (
    SELECT s.*, a.digest, coalesce(a.digest <> '' AND s.allowed
        AND (row_number() OVER (PARTITION BY s.allowed, a.digest ORDER BY s.contact_id) > 1 OR ${isTaken}), false) AS is_second,
      CASE WHEN c.language = ANY(${written}) THEN c.language WHEN ${own} = ANY(${written}) THEN ${own} ELSE (${written})[1] END AS language,
      coalesce(c.language <> ALL(${written}), false) AS fell_back
    FROM said s JOIN contacts c ON c.id = s.contact_id
    LEFT JOIN contact_points a ON a.contact_id = s.contact_id AND a.kind = 'email' AND a.position = 0),
  judged AS (
    SELECT n.contact_id AS id, n.allowed AND NOT n.is_second AS allowed, CASE WHEN n.is_second THEN '${secondLetter.code}' ELSE n.code END AS code,
      CASE WHEN n.is_second THEN '${secondLetter.law}' ELSE n.law END AS law, CASE WHEN NOT n.is_second THEN n.since END AS since,
      CASE WHEN NOT n.is_second THEN n.evidence_type END AS evidence_type, CASE WHEN NOT n.is_second THEN n.evidence_id END AS evidence_id,
      n.purpose, n.digest, n.language, n.fell_back
    FROM numbered n)`;
}

/** A refusal of the profiling goes before whatever the mailing's own purpose allows. */
const refusedFirst = (purpose: string, profiling: string, at: string): string => {
  const either = (column: string) => `CASE WHEN p.allowed THEN d.${column} ELSE p.${column} END AS ${column}`;
  return `SELECT d.contact_id, d.allowed AND p.allowed AS allowed, ${['code', 'law', 'since', 'evidence_type', 'evidence_id'].map(either).join(', ')},
      CASE WHEN p.allowed THEN ${purpose} ELSE ${profiling} END AS purpose
    FROM decided d JOIN ${decisions(profiling, 'NULL', 'false', at)} p ON p.contact_id = d.contact_id`;
};
