import { Injectable } from '@nestjs/common';
import { dataMap, type MappedTable } from '@seloste/personal-data';
import { DataSource, type EntityManager } from 'typeorm';
import type { Crowd } from './crowd.js';
import { Judge } from './judge.js';
import { interactionsNaming } from './interactions-of-many.js';
import { isFarAndLone, LoneNames } from './lone-names.js';
import { lexemeQueries, unspacedPattern, widePattern } from './patterns.js';
import type { SoughtPerson } from './person.js';
import type { RowChoice } from './choose-rows.js';
import { mentionsIn, readRows, textOf, type FoundText } from './read-rows.js';
import { searchedTables, type SearchedTable } from './searched-tables.js';

/** What a search came upon besides the mentions. */
export interface SearchOutcome {
  /** A given or family name alone stands in so many texts of others that it points at nobody: these were passed by. */
  isLoneNameCommon: boolean;
}

/** What becomes of what was found, a batch at a time, in the transaction of the search. */
export type Visitor = (found: FoundText[]) => Promise<void>;

/** A given or a family name alone is looked for in at most so many interactions of others. */
const mostLoneNames = 1_000;

/**
 * Finds where a person is named, whoever wrote it of whom. Interactions are found by their index, so that millions cost
 * milliseconds; the other tables are read once with a wide pattern. `MentionFinder` decides. Nothing is held in memory
 * but a batch of rows. For a transaction that sees everybody (`Eraser`): restricted people's notes are read as well.
 */
@Injectable()
export class MentionSearch {
  private map: MappedTable[] | null = null;

  constructor(private readonly dataSource: DataSource) {}

  /**
   * Hands every text with a mention to `visit`, the person's own records among them (`relation`).
   */
  async find(tx: EntityManager, person: SoughtPerson, visit: Visitor): Promise<SearchOutcome> {
    await patience(tx);
    const judge = new Judge(person);
    const lone = new LoneNames(judge);
    for (const table of await this.tables(tx))
      for (const choice of choicesFor(table, person))
        for await (const rows of readRows(tx, table, choice)) {
          const all = rows.flatMap((row) => mentionsIn(judge, table, row));
          const found = await lone.setAside(tx, all);
          if (found.length > 0) await visit(found);
        }
    if (!lone.areCommon && lone.kept.length > 0) await visit(lone.kept);
    return { isLoneNameCommon: lone.areCommon };
  }

  /**
   * Looks for many people, in one pass. A given or family name alone, far from the person, counts in interactions if
   * few of all hold it, and is passed by elsewhere: among so many it points at nobody.
   */
  async findTogether(
    tx: EntityManager,
    crowd: Crowd,
    visit: (judge: Judge, found: FoundText[]) => Promise<void>,
  ): Promise<void> {
    await patience(tx);
    for (const table of await this.tables(tx)) {
      if (table.name === 'interactions') {
        await interactionsNaming(tx, { table, crowd }, visit);
        continue;
      }
      for await (const rows of readRows(tx, table, { crowd }))
        for (const row of rows)
          for (const judge of crowd.candidates(textOf(table, row), row)) {
            const found = mentionsIn(judge, table, row).filter((text) => !isFarAndLone(text));
            if (found.length > 0) await visit(judge, found);
          }
    }
  }

  /** The tables that are read, as they are now: a new column joins by itself. */
  tables(tx: EntityManager): Promise<SearchedTable[]> {
    return searchedTables(tx, this.declarations());
  }

  declarations(): MappedTable[] {
    return (this.map ??= dataMap(this.dataSource));
  }
}

/** Reading a large table, or files meanwhile, takes longer than a request may, until the transaction ends. */
export async function patience(tx: EntityManager): Promise<void> {
  await tx.query(
    `SET LOCAL statement_timeout = '10min'; SET LOCAL idle_in_transaction_session_timeout = '10min'`,
  );
}

function choicesFor(table: SearchedTable, person: SoughtPerson): RowChoice[] {
  if (table.name === 'interactions') return choicesOfInteractions(person);
  const pattern = widePattern(person.identifiers);
  return pattern === null ? [] : [{ pattern }];
}

/** By the index; of the person and their companies, all; of restricted people, who have no entry there, all as well. */
const named = `
  SELECT e.ref_id FROM unnest($1::tsquery[]) AS said (query)
  CROSS JOIN LATERAL (SELECT ref_id FROM search_entries WHERE kind = 'interaction' AND words @@ said.query) AS e
  UNION SELECT id FROM interactions WHERE company_id = ANY ($2::uuid[])
  UNION SELECT interaction_id FROM interaction_participants WHERE contact_id = ANY ($3::uuid[])
  UNION SELECT p.interaction_id FROM contacts c JOIN interaction_participants p ON p.contact_id = c.id WHERE c.restricted`;

/** Those that hold a name alone, as far as they go. */
const someOf = (n: number): string =>
  `SELECT ref_id FROM (SELECT ref_id FROM search_entries WHERE kind = 'interaction' AND words @@ $${n}::tsquery LIMIT ${mostLoneNames}) AS lone`;

/** The index knows no words of scripts that set no space between them: for names in those alone, every text is read. */
const unspaced = 'SELECT t.id FROM interactions t WHERE t::text ~ $4';

/** So many people are asked for at once, each by a query of their own: one for two costs more than two. */
const peopleAtOnce = 100;

/** The interactions that may surely name one of some people. */
export function ofTheIndex(
  people: Pick<SoughtPerson, 'identifiers' | 'companyIds' | 'contactId'>[],
): { ids: string; parameters: unknown[] }[] {
  const choices: { ids: string; parameters: unknown[] }[] = [];
  for (let at = 0; at < people.length; at += peopleAtOnce) {
    const some = people.slice(at, at + peopleAtOnce);
    const queries = some.map(({ identifiers }) => lexemeQueries(identifiers).sure.join(' | '));
    const companies = some.flatMap(({ companyIds }) => companyIds);
    const contacts = some.map(({ contactId }) => contactId);
    const parameters = [queries.filter(Boolean), companies, contacts];
    const pattern = unspacedPattern(...some.map(({ identifiers }) => identifiers));
    choices.push(
      pattern === null
        ? { ids: named, parameters }
        : { ids: `${named} UNION ${unspaced}`, parameters: [...parameters, pattern] },
    );
  }
  return choices;
}

function choicesOfInteractions(person: SoughtPerson): RowChoice[] {
  const { lone } = lexemeQueries(person.identifiers);
  return ofTheIndex([person]).map(({ ids, parameters }) => ({
    ids: [ids, ...lone.map((_, i) => someOf(parameters.length + 1 + i))].join(' UNION '),
    parameters: [...parameters, ...lone],
  }));
}
