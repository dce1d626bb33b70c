import type { EntityManager } from 'typeorm';
import { byIndex } from './choose-rows.js';
import type { Crowd } from './crowd.js';
import type { Judge } from './judge.js';
import { LoneNames, mostOfAName } from './lone-names.js';
import { lexemeQueries, unspacedPattern } from './patterns.js';
import { asCandidate, mentionsIn, textOf, type CandidateRow, type FoundText } from './read-rows.js';
import { withKeys } from './row-sql.js';
import type { SearchedTable } from './searched-tables.js';

/** So many people are asked for at once, each by queries of their own: one for two costs more than two. */
const peopleAtOnce = 100;
const rowsAtOnce = 500;

/**
 * Pairs of a person's place and an interaction: by the index, where a name alone counts if few of all hold it; of the
 * person and their companies, all. Of restricted people, who have no entry there, all as well: for everybody (null).
 */
const pairs = `
  SELECT said.n, e.ref_id AS id FROM unnest($1::int[], $2::tsquery[]) AS said (n, query)
  CROSS JOIN LATERAL (SELECT ref_id FROM search_entries WHERE kind = 'interaction' AND words @@ said.query) AS e
  UNION SELECT w.n, i.id FROM unnest($3::int[], $4::uuid[]) AS w (n, company) JOIN interactions i ON i.company_id = w.company
  UNION SELECT p.n, x.interaction_id FROM unnest($5::int[], $6::uuid[]) AS p (n, person)
    JOIN interaction_participants x ON x.contact_id = p.person
  UNION SELECT said.n, few.ref_id FROM unnest($7::int[], $8::text[]) AS said (n, query)
    JOIN (
      SELECT q.query, e.ref_id FROM (SELECT DISTINCT query FROM unnest($8::text[]) AS l (query)) AS q
      CROSS JOIN LATERAL (
        SELECT ref_id FROM (SELECT ref_id, count(*) OVER () AS all_of_them FROM (
          SELECT ref_id FROM search_entries WHERE kind = 'interaction' AND words @@ q.query::tsquery LIMIT ${mostOfAName + 1}
        ) AS lone) AS counted WHERE all_of_them <= ${mostOfAName}
      ) AS e
    ) AS few USING (query)
  UNION SELECT NULL, p.interaction_id FROM contacts c JOIN interaction_participants p ON p.contact_id = c.id WHERE c.restricted`;

/** Names that the index does not know as words; asked for only where somebody has such, since every text is read. */
const unspaced = `
  UNION SELECT name.n, t.id FROM unnest($9::int[], $10::text[]) AS name (n, pattern) JOIN interactions t ON t::text ~ name.pattern`;

/** Hands over in which interactions many people are named, a row being read once for all of them. */
export async function interactionsNaming(
  tx: EntityManager,
  { table, crowd }: { table: SearchedTable; crowd: Crowd },
  visit: (judge: Judge, found: FoundText[]) => Promise<void>,
): Promise<void> {
  for (let at = 0; at < crowd.judges.length; at += peopleAtOnce)
    await ofSome(tx, { table, crowd, judges: crowd.judges.slice(at, at + peopleAtOnce) }, visit);
}

async function ofSome(
  tx: EntityManager,
  { table, crowd, judges }: { table: SearchedTable; crowd: Crowd; judges: Judge[] },
  visit: (judge: Judge, found: FoundText[]) => Promise<void>,
): Promise<void> {
  const [lone, some] = [new Map(judges.map((judge) => [judge, new LoneNames(judge)])), new Set(judges)];
  const { sql, parameters } = queryFor(judges);
  const read = () => tx.query<{ id: string; places: (number | null)[] }[]>(sql, parameters);
  const rows = new Map((await byIndex(tx, read)).map(({ id, places }) => [id, places]));
  const ids = [...rows.keys()];
  for (let at = 0; at < ids.length; at += rowsAtOnce) {
    const keys = ids.slice(at, at + rowsAtOnce).map((id) => [id]);
    const found = new Map<Judge, FoundText[]>();
    for (const row of (await withKeys(tx, table, keys)).map((one) => asCandidate(table, one)))
      for (const judge of readersOf(row, rows.get(row.key[0] ?? '') ?? []))
        found.set(judge, [...(found.get(judge) ?? []), ...mentionsIn(judge, table, row)]);
    for (const [judge, texts] of found) {
      const rest = (await lone.get(judge)?.setAside(tx, texts)) ?? [];
      if (rest.length > 0) await visit(judge, rest);
    }
  }
  for (const [judge, { areCommon, kept }] of lone)
    if (!areCommon && kept.length > 0) await visit(judge, kept);

  function readersOf(row: CandidateRow, places: (number | null)[]): Judge[] {
    const named = places.flatMap((n) => (n === null ? [] : (judges[n] ?? [])));
    if (!places.includes(null)) return named;
    return [...new Set([...named, ...crowd.halfNamed(textOf(table, row), row)])].filter((one) =>
      some.has(one),
    );
  }
}

const grouped = (sql: string): string =>
  `SELECT id::text AS id, array_agg(n) AS places FROM (${sql}) AS pairs GROUP BY 1`;

function queryFor(judges: Judge[]): { sql: string; parameters: unknown[] } {
  const people = judges.map(({ person }, n) => ({ n, ...person, ...lexemeQueries(person.identifiers) }));
  const sure = people.filter((one) => one.sure.length > 0);
  const companies = people.flatMap(({ n, companyIds }) => companyIds.map((id) => ({ n, id })));
  const lone = people.flatMap((one) => one.lone.map((query) => ({ n: one.n, query })));
  const written = judges.flatMap(({ person }, n) => {
    const pattern = unspacedPattern(person.identifiers);
    return pattern === null ? [] : [{ n, pattern }];
  });
  const parameters = [
    ...[sure.map(({ n }) => n), sure.map((one) => one.sure.join(' | '))],
    ...[companies.map(({ n }) => n), companies.map(({ id }) => id)],
    ...[people.map(({ n }) => n), people.map(({ contactId }) => contactId)],
    ...[lone.map(({ n }) => n), lone.map(({ query }) => query)],
  ];
  if (written.length === 0) return { sql: grouped(pairs), parameters };
  const places = [written.map(({ n }) => n), written.map(({ pattern }) => pattern)];
  return { sql: grouped(pairs + unspaced), parameters: [...parameters, ...places] };
}
