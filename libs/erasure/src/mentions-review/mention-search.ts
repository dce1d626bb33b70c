import { Injectable } from '@nestjs/common';
import { dataMap, type MappedTable } from '@seloste/personal-data';
import { DataSource, type EntityManager } from 'typeorm';
import { Judge } from './judge.js';
import { LoneNames } from './lone-names.js';
import { lexemeQueries, widePattern } from './patterns.js';
import type { SoughtPerson } from './person.js';
import { allTexts, mentionsIn, readRows, rowsWhere, type FoundText } from './read-rows.js';
import { searchedTables, type SearchedTable } from './searched-tables.js';

/** What a search came upon besides the mentions. */
export interface SearchOutcome {
  /** A given or family name alone stands in so many texts of others that it points at nobody: these were passed by. */
  isLoneNameCommon: boolean;
}

/** What becomes of what was found, a batch at a time, in the transaction of the search. */
export type Visitor = (found: FoundText[]) => Promise<void>;

/** A given name alone is looked for in at most so many records of others. */
const mostGivenNames = 2_000;

/**
 * Finds where a person is named, whoever wrote it of whom. Interactions are found by their index, so that millions cost
 * milliseconds; the other tables are read once with a wide pattern. `MentionFinder` decides. Nothing is held in memory
 * but a batch of rows. For a transaction that sees everybody (`Eraser`): restricted people's notes are read as well.
 */
@Injectable()
export class MentionSearch {
  private map: MappedTable[] | null = null;

  constructor(private readonly dataSource: DataSource) {}

  /** Hands every text with a mention to `visit`, the person's own records among them (`relation`). */
  async find(tx: EntityManager, person: SoughtPerson, visit: Visitor): Promise<SearchOutcome> {
    const judge = new Judge(person);
    const lone = new LoneNames(judge);
    for (const table of await this.tables(tx)) {
      for (const query of queriesFor(table, person))
        for await (const rows of readRows(tx, table, query)) {
          const found = await lone.setAside(
            tx,
            rows.flatMap((row) => mentionsIn(judge, table, row)),
          );
          if (found.length > 0) await visit(found);
        }
    }
    if (!lone.areCommon && lone.kept.length > 0) await visit(lone.kept);
    return { isLoneNameCommon: lone.areCommon };
  }

  /** The tables that are read, as they are now: a new column joins by itself. */
  tables(tx: EntityManager): Promise<SearchedTable[]> {
    return searchedTables(tx, this.declarations());
  }

  declarations(): MappedTable[] {
    return (this.map ??= dataMap(this.dataSource));
  }
}

interface Query {
  sql: string;
  parameters: unknown[];
}

function queriesFor(table: SearchedTable, person: SoughtPerson): Query[] {
  if (table.name === 'interactions') return interactionQueries(table, person);
  const pattern = widePattern(person.identifiers);
  if (pattern === null) return [];
  return [{ sql: rowsWhere(table, `${allTexts(table.searched)} ~ $1`), parameters: [pattern] }];
}

/** By the index; of the person and their companies, all; of restricted people, who have no entry there, all as well. */
const named = `t.id IN (
  SELECT ref_id FROM search_entries WHERE kind = 'interaction' AND words @@ $1::tsquery
  UNION SELECT id FROM interactions WHERE company_id = ANY ($2::uuid[])
  UNION SELECT interaction_id FROM interaction_participants WHERE contact_id = ANY ($3::uuid[])
  UNION SELECT p.interaction_id FROM contacts c JOIN interaction_participants p ON p.contact_id = c.id WHERE c.restricted)`;

const givenAlone = `t.id IN (SELECT ref_id FROM search_entries WHERE kind = 'interaction' AND words @@ $1::tsquery LIMIT ${mostGivenNames})
  AND NOT (coalesce(t.company_id = ANY ($2::uuid[]), false))
  AND NOT EXISTS (SELECT FROM interaction_participants p WHERE p.interaction_id = t.id AND p.contact_id = ANY ($3::uuid[]))`;

/** The interactions that may surely name one of some people. `$1` to `$3` of a condition on `t`. */
export function ofTheIndex(people: SoughtPerson[]): { where: string; parameters: unknown[] } {
  const queries = people
    .map(({ identifiers }) => lexemeQueries(identifiers).strong)
    .filter((query) => query !== null);
  const companies = people.flatMap(({ companyIds }) => companyIds);
  const contacts = people.map(({ contactId }) => contactId);
  return { where: named, parameters: [queries.join(' | '), companies, contacts] };
}

function interactionQueries(table: SearchedTable, person: SoughtPerson): Query[] {
  const { given } = lexemeQueries(person.identifiers);
  const { where, parameters } = ofTheIndex([person]);
  const strong = { sql: rowsWhere(table, where), parameters };
  if (given === null) return [strong];
  return [
    strong,
    { sql: rowsWhere(table, givenAlone), parameters: [given, person.companyIds, [person.contactId]] },
  ];
}
